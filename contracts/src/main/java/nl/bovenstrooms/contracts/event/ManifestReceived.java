package nl.bovenstrooms.contracts.event;

import nl.bovenstrooms.contracts.manifest.Manifest;

/**
 * A manifest came later, or was corrected; the scan is scored again.
 *
 * @param scan the scan with the new manifest
 * @param previous the manifest that no longer counts
 */
public record ManifestReceived(ScanReceived scan, Manifest previous) {}
