package org.kiungo.web.export;

import java.util.List;
import org.kiungo.geodata.export.ExportLayer;

/**
 * What a page lets its reader take away.
 *
 * @param file name of the file without its ending
 * @param title of the picture, in the reader's language
 * @param countries whose ground is shown; ISO 3166-1 alpha-3
 * @param layers one or more
 * @param sources of the figures, in the reader's language; one a line
 */
public record Sheet(
    String file,
    String title,
    List<String> countries,
    List<ExportLayer> layers,
    List<String> sources) {}
