# A plan of Kiungo in R: Rscript plan.R settlements.csv [plan.gpkg]
# CSV with what comes with R; the GeoPackage with the package sf, where it is installed.
files <- commandArgs(trailingOnly = TRUE)

places <- read.csv(files[1], na.strings = "", encoding = "UTF-8", check.names = FALSE)
stopifnot(nrow(places) > 0, is.numeric(places$peopleServed))
cat("places:", nrow(places), "\n")
cat("people gained:", sprintf("%.0f", sum(places$peopleServed)), "\n")

# people gained by technology, the most first
served <- places[places$peopleServed > 0, ]
if (nrow(served) > 0) {
  by <- aggregate(peopleServed ~ technologyId, data = served, FUN = sum)
  print(by[order(-by$peopleServed), ], row.names = FALSE)
}

if (length(files) > 1 && requireNamespace("sf", quietly = TRUE)) {
  links <- sf::st_read(files[2], layer = "links", quiet = TRUE)
  cat("links:", nrow(links), "of", sprintf("%.0f", sum(as.numeric(sf::st_length(links))) / 1000), "km\n")
}
