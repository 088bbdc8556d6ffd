package nl.bovenstrooms.local.suite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.bovenstrooms.embedded.DatabaseName;
import nl.bovenstrooms.local.Suite;

/** What the databases of a running suite say, read by the accounts of the services. */
final class Facts {
    private final Suite suite;

    Facts(Suite suite) {
        this.suite = suite;
    }

    /** Two columns as a map; a key that is there twice fails. */
    Map<String, String> map(DatabaseName database, String query) throws SQLException {
        var found = new TreeMap<String, String>();
        for (var row : rows(database, query)) {
            if (found.put(row.get(0), row.get(1)) != null) {
                throw new AssertionError("twice: " + row.get(0) + " in " + query);
            }
        }
        return found;
    }

    /** The first column. */
    List<String> list(DatabaseName database, String query) throws SQLException {
        return rows(database, query).stream().map(row -> row.get(0)).toList();
    }

    long count(DatabaseName database, String query) throws SQLException {
        return Long.parseLong(list(database, query).get(0));
    }

    private List<List<String>> rows(DatabaseName database, String query) throws SQLException {
        try (var connection = connection(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var columns = rows.getMetaData().getColumnCount();
            var found = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= columns; column++) {
                    row.add(rows.getString(column));
                }
                found.add(row);
            }
            return found;
        }
    }

    private Connection connection(DatabaseName database) throws SQLException {
        var embedded = suite.embedded();
        return DriverManager.getConnection(
                embedded.jdbcUrl(database),
                database.application(),
                embedded.secrets().get(database.applicationSecret()));
    }
}
