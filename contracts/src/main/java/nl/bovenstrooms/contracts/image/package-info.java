/** Pixels as they are stored and sent: one raster format for the model and the browser. */
package nl.bovenstrooms.contracts.image;
