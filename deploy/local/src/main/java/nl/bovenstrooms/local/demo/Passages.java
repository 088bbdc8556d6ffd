package nl.bovenstrooms.local.demo;

import nl.bovenstrooms.embedded.CustomsSystem;
import nl.bovenstrooms.local.customs.Upload;

/** A stream of scans that can be entered anywhere: the same number is the same scan, byte for byte. */
@FunctionalInterface
public interface Passages {
    /** @param number 0 or more */
    Sent passage(int number);

    /** Who sends what. */
    record Sent(CustomsSystem system, Upload upload) {}
}
