package nl.bovenstrooms.contracts.event;

/** The events there are. The type carries the major version; a breaking change is a new type, both live for one release. */
public enum EventType {
    SCAN_RECEIVED("scan.received.v1", ScanReceived.class),
    MANIFEST_RECEIVED("manifest.received.v1", ManifestReceived.class),
    SCAN_SCORED("scan.scored.v1", ScanScored.class),
    CASE_DECIDED("case.decided.v1", CaseDecided.class),
    CASE_READ("case.read.v1", CaseRead.class),
    INSPECTION_REPORTED("inspection.reported.v1", InspectionReported.class);

    private final String topic;
    private final Class<?> data;

    EventType(String topic, Class<?> data) {
        this.topic = topic;
        this.data = data;
    }

    /** The Kafka topic, for example {@code scan.received.v1}. */
    public String topic() {
        return topic;
    }

    /** The CloudEvents type, for example {@code nl.bovenstrooms.scan.received.v1}. */
    public String type() {
        return "nl.bovenstrooms." + topic;
    }

    /** The record that an event of this type carries. */
    public Class<?> data() {
        return data;
    }
}
