/** Where originals, rasters and heat maps are kept: a folder locally, an S3 bucket in production. */
package nl.bovenstrooms.imagestore;
