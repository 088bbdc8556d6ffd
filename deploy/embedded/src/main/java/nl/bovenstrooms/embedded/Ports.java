package nl.bovenstrooms.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;

/**
 * Where the servers listen, all on localhost.
 *
 * @param broker Kafka
 * @param brokerController Kafka's own controller, of no use to others
 * @param database PostgreSQL
 * @param signIn OpenID Connect
 */
public record Ports(int broker, int brokerController, int database, int signIn) {
    /** The usual ports, all moved up by this number. */
    public static Ports usual(int offset) {
        return new Ports(19092 + offset, 19093 + offset, 15432 + offset, 18090 + offset);
    }

    /** Ports that nobody uses at this moment. */
    public static Ports free() {
        var found = freePorts(4);
        return new Ports(found[0], found[1], found[2], found[3]);
    }

    /** As many different ports that nobody uses at this moment. */
    public static int[] freePorts(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            var found = new int[count];
            for (var i = 0; i < count; i++) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                found[i] = socket.getLocalPort();
            }
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            for (var socket : sockets) {
                close(socket);
            }
        }
    }

    /**
     * Makes sure that nobody listens on this port.
     *
     * @param name who needs it, for the message
     * @throws CannotStart if the port is in use
     */
    public static void requireFree(String name, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException inUse) {
            throw CannotStart.portInUse(name, port);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It was only held for a moment.
        }
    }
}
