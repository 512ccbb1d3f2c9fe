package org.kiungo.planner.folder.funding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kiungo.planner.model.value.InputRefused;
import tools.jackson.databind.JsonNode;

/** Fields of one object of a partners' file; refusals name its place. */
final class PartnerFields {

  private final JsonNode node;
  private final String file;
  private final String place;

  PartnerFields(JsonNode node, String file, String place) {
    this.node = node;
    this.file = file;
    this.place = place;
    if (node == null || !node.isObject()) {
      throw place.isEmpty()
          ? refused("partners.shape")
          : refused("partners.kind", "expected", "object");
    }
  }

  /** Refuses fields of other names. */
  void only(String... known) {
    List<String> names = Arrays.asList(known);
    for (var field : node.properties()) {
      if (!names.contains(field.getKey())) {
        throw refused("partners.key", "key", field.getKey(), "known", String.join(", ", names));
      }
    }
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  private JsonNode need(String name, String expected, java.util.function.Predicate<JsonNode> is) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      throw refused("partners.missing", "key", name);
    }
    if (!is.test(value)) {
      throw at(name).refusedKind(expected);
    }
    return value;
  }

  String text(String name) {
    return need(name, "text", JsonNode::isString).stringValue();
  }

  double number(String name) {
    return need(name, "number", JsonNode::isNumber).doubleValue();
  }

  int whole(String name) {
    return need(name, "whole number", JsonNode::isInt).intValue();
  }

  boolean flag(String name) {
    return need(name, "true or false", JsonNode::isBoolean).booleanValue();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : need(name, "list of texts", JsonNode::isArray)) {
      if (!each.isString()) {
        throw at(name).refusedKind("list of texts");
      }
      texts.add(each.stringValue());
    }
    return texts;
  }

  PartnerFields object(String name) {
    return new PartnerFields(
        need(name, "object", JsonNode::isObject),
        file,
        place + (place.isEmpty() ? "" : ".") + name);
  }

  List<PartnerFields> list(String name) {
    List<PartnerFields> list = new ArrayList<>();
    int k = 0;
    for (JsonNode each : need(name, "list", JsonNode::isArray)) {
      list.add(
          new PartnerFields(
              each, file, place + (place.isEmpty() ? "" : ".") + name + "[" + k++ + "]"));
    }
    return list;
  }

  <T> T choice(String name, T[] values, Function<T, String> word) {
    String text = text(name);
    for (T each : values) {
      if (word.apply(each).equals(text)) {
        return each;
      }
    }
    throw refused(
        "partners.choice",
        "key",
        name,
        "value",
        text,
        "known",
        String.join(", ", Arrays.stream(values).map(word).sorted().toList()));
  }

  /** What a record refuses, with file and place. */
  <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (InputRefused e) {
      if (e.arguments().containsKey("file")) {
        throw e;
      }
      List<Object> arguments = new ArrayList<>(List.of("file", file, "place", place));
      e.arguments().forEach((key, value) -> arguments.addAll(Arrays.asList(key, value)));
      String code = "partners.file." + e.code().replace("partners.", "");
      throw new InputRefused(code, arguments.toArray());
    }
  }

  private PartnerFields at(String name) {
    return new PartnerFields(node, file, place + (place.isEmpty() ? "" : ".") + name);
  }

  private InputRefused refusedKind(String expected) {
    return refused("partners.kind", "expected", expected);
  }

  private InputRefused refused(String code, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("file", file, "place", place));
    arguments.addAll(Arrays.asList(more));
    return new InputRefused(code, arguments.toArray());
  }
}
