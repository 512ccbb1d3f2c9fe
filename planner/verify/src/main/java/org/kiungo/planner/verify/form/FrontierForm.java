package org.kiungo.planner.verify.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The list of candidate plans written anew from the plans themselves: the first is {@code plan-01},
 * and whole numbers have no point. A list of other bytes says something that no plan does.
 */
public final class FrontierForm {

  /** From here on a number may not be told from the next whole one. */
  private static final double MOST_WHOLE = 1e15;

  private final ObjectNode list = JsonNodeFactory.instance.objectNode();
  private final ArrayNode plans;

  /**
   * @param stated whose word on nesting is taken over, as it is checked by itself
   */
  public FrontierForm(JsonNode stated) {
    list.put("nested", stated.path("nested").asBoolean(false));
    plans = list.putArray("plans");
  }

  /** Adds the next plan, and tells what is due to be said of it. */
  public ObjectNode add(FolderReader plan) {
    JsonNode document = plan.document("plan.json");
    ObjectNode certificate = (ObjectNode) plan.document("certificate.json");
    certificate.remove(Manifest.HASH);
    ObjectNode due = plans.addObject();
    due.put("folder", String.format(Locale.ROOT, "plan-%02d", plans.size()));
    due.set("budgetUsd", plain(document.path("scenario").path("budgetUsd")));
    due.set("totals", plain(document.path("totals")));
    due.set("certificate", plain(certificate));
    return due;
  }

  /** The file that a folder should have. */
  public byte[] bytes(Path folder) {
    try {
      list.put(Manifest.HASH, TextFiles.sha256(folder.resolve(Manifest.NAME)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return TextFiles.pretty(list);
  }

  private static JsonNode plain(JsonNode tree) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (tree.isObject()) {
      ObjectNode object = nodes.objectNode();
      tree.properties().forEach(each -> object.set(each.getKey(), plain(each.getValue())));
      return object;
    }
    if (tree.isArray()) {
      ArrayNode array = nodes.arrayNode();
      tree.forEach(each -> array.add(plain(each)));
      return array;
    }
    double value = tree.isFloatingPointNumber() ? tree.doubleValue() : Double.NaN;
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < MOST_WHOLE;
    return isWhole ? nodes.numberNode((long) value) : tree;
  }
}
