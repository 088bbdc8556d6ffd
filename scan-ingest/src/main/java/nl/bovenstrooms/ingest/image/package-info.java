/** The one place where bytes from outside become pixels: limits first, then decoding, one class per format. */
package nl.bovenstrooms.ingest.image;
