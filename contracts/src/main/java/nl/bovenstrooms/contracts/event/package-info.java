/** The events between the services: CloudEvents 1.0 in structured JSON, one record per type. */
package nl.bovenstrooms.contracts.event;
