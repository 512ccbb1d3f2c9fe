package org.kiungo.geodata.export;

import java.util.List;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;

/**
 * A layer to write.
 *
 * @param name name of the layer, also its table or sheet
 * @param fields columns in the order they are written; attributes not listed are left out
 * @param features rows in order, geometries in longitude and latitude; may be read more than once
 * @param style how a map shows it, null for the program's own choice
 * @param notes what its file says of itself
 */
public record ExportLayer(
    String name,
    List<Field> fields,
    Iterable<Feature> features,
    LayerStyle style,
    LayerNotes notes) {

  /** A layer whose file says nothing of itself. */
  public ExportLayer(
      String name, List<Field> fields, Iterable<Feature> features, LayerStyle style) {
    this(name, fields, features, style, LayerNotes.NONE);
  }

  public ExportLayer {
    fields = List.copyOf(fields);
    if (name.isBlank()) {
      throw new IllegalArgumentException("name is blank; a layer needs one");
    }
  }

  /** The same layer with other notes. */
  public ExportLayer with(LayerNotes said) {
    return new ExportLayer(name, fields, features, style, said);
  }

  /** Names of its columns. */
  List<String> names() {
    return fields.stream().map(Field::name).toList();
  }
}
