/** Who is asking, and how a refusal is told: RFC 9457 problems. */
package nl.bovenstrooms.ingest.access;
