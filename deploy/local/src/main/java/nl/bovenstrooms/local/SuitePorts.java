package nl.bovenstrooms.local;

import nl.bovenstrooms.embedded.Ports;

/**
 * Where everything listens, all on localhost.
 *
 * @param servers broker, database and sign-in
 * @param scanIngest HTTP for customs systems
 * @param riskScoring HTTP for health and metrics only
 * @param analystQueue HTTP for people
 */
public record SuitePorts(Ports servers, int scanIngest, int riskScoring, int analystQueue) {
    /** The usual ports, all moved up by this number. */
    public static SuitePorts usual(int offset) {
        return new SuitePorts(Ports.usual(offset), 8081 + offset, 8082 + offset, 8083 + offset);
    }

    /** Ports that nobody uses at this moment. */
    public static SuitePorts free() {
        var found = Ports.freePorts(7);
        return new SuitePorts(new Ports(found[0], found[1], found[2], found[3]), found[4], found[5], found[6]);
    }

    /** Where this member listens. */
    public int of(Member member) {
        return switch (member) {
            case DATABASE -> servers.database();
            case BROKER -> servers.broker();
            case SIGN_IN -> servers.signIn();
            case SCAN_INGEST -> scanIngest;
            case RISK_SCORING -> riskScoring;
            case ANALYST_QUEUE -> analystQueue;
        };
    }
}
