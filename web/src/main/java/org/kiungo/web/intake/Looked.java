package org.kiungo.web.intake;

import java.util.List;
import java.util.Map;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.web.dataset.ToldProposal;

/**
 * A file looked at.
 *
 * @param upload identity under which it can be imported without sending it again
 * @param inspection what is in it
 * @param turned columns to choose among where they are not those of the file: of a long table, one
 *     a figure and year
 * @param mapping which column would mean what, empty for a column that the file has not
 * @param remembered true when the mapping was used for such columns before
 * @param roles declared columns of the layer
 * @param needed those without which the layer is useless
 * @param options what is declared or remembered of how to read it
 * @param preview its first rows, column to value
 * @param proposals what it may be read as, the likeliest first; nothing of it holds until it is
 *     chosen
 */
record Looked(
    String upload,
    Inspection inspection,
    List<String> turned,
    Map<String, String> mapping,
    boolean remembered,
    List<String> roles,
    List<String> needed,
    ReadOptions options,
    List<Map<String, Object>> preview,
    List<ToldProposal> proposals) {}
