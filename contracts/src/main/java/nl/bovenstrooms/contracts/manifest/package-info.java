/** What a source country's customs system says about a scan: the manifest part of an upload. */
package nl.bovenstrooms.contracts.manifest;
