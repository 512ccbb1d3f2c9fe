package org.kiungo.web.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.format.inspect.Inspector;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.proposal.FileProposal;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.dataset.ImportReader;
import org.kiungo.web.dataset.KnownDistricts;
import org.kiungo.web.dataset.MappingMemory;
import org.kiungo.web.dataset.ToldProposal;
import org.kiungo.web.language.FindingWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;

/** Looks what is in a file, and how it would be read as a layer. */
public final class LookChore implements Chore<LookChore.Task, Looked> {

  private static final int PREVIEW_ROWS = 20;

  /**
   * What to look at.
   *
   * @param upload its identity
   * @param file itself
   * @param layer what it is to hold; empty to be told what is in it alone
   * @param country ISO 3166-1 alpha-3 that it should lie in; may be empty
   * @param options how to read it
   * @param language of what is told
   */
  record Task(
      String upload,
      Path file,
      String layer,
      String country,
      ReadOptions options,
      String language) {}

  @Override
  public Class<Task> takes() {
    return Task.class;
  }

  @Override
  public Class<Looked> gives() {
    return Looked.class;
  }

  @Override
  public Looked work(Task task, Caller caller) {
    return ImportChore.shallow(task.file(), () -> look(task, caller));
  }

  private static Looked look(Task task, Caller caller) {
    SourceFile file = SourceFile.of(task.file());
    ImportReader reader = ImportChore.reader(caller, KnownDistricts.in((Path) null));
    if (task.layer().isEmpty() || reader.layers().isRaster(file)) {
      Inspection found = inspect(task, task.options(), reader);
      return plain(
          task,
          found,
          List.of(),
          List.of(),
          told(task, reader.proposals(file, task.options(), found, task.country())));
    }
    LayerKind kind = LayerKind.named(task.layer());
    MappingMemory.Offer offer;
    try {
      offer = reader.offer(file, kind, task.options(), task.country());
    } catch (InputRefused refused) {
      if (!refused.code().equals("layer.ambiguous")) {
        throw refused;
      }
      Inspection all = ambiguous(task, file, inspect(task, task.options(), reader));
      return plain(
          task,
          all,
          kind.roles(),
          needed(kind),
          told(task, reader.proposals(file, task.options(), all, task.country())));
    }
    ReadOptions options = offer.mapping().options();
    Map<String, String> mapping = new LinkedHashMap<>();
    kind.roles().forEach(role -> mapping.put(role, offer.mapping().column(role)));
    Inspection found = inspect(task, options.withLayer(""), reader);
    return new Looked(
        task.upload(),
        found,
        kind == LayerKind.CENSUS ? reader.layers().columns(file, kind, options) : List.of(),
        mapping,
        offer.remembered(),
        kind.roles(),
        needed(kind, mapping),
        options,
        Inspector.preview(file, options, PREVIEW_ROWS).stream().map(Feature::attributes).toList(),
        told(task, reader.proposals(file, options, found, task.country())));
  }

  private static List<ToldProposal> told(Task task, List<FileProposal> proposals) {
    Words words = Words.in(task.language());
    return proposals.stream().map(each -> ToldProposal.of(each, words)).toList();
  }

  private static Looked plain(
      Task task,
      Inspection inspection,
      List<String> roles,
      List<String> needed,
      List<ToldProposal> proposals) {
    return new Looked(
        task.upload(),
        inspection,
        List.of(),
        Map.of(),
        false,
        roles,
        needed,
        task.options(),
        List.of(),
        proposals);
  }

  private static List<String> needed(LayerKind kind) {
    return needed(kind, Map.of());
  }

  /** A census needs its districts too, by their names where no column has their codes. */
  private static List<String> needed(LayerKind kind, Map<String, String> mapping) {
    boolean coded = !mapping.getOrDefault("code", "").isEmpty();
    return kind.roles().stream()
        .filter(
            role ->
                kind.requires(role) || kind == LayerKind.CENSUS && !coded && role.equals("name"))
        .toList();
  }

  private static Inspection inspect(Task task, ReadOptions options, ImportReader reader) {
    return reader.inspect(SourceFile.of(task.file()), options, task.country(), words(task));
  }

  private static FindingWords words(Task task) {
    return new FindingWords(Words.in(task.language()));
  }

  /** What is in a file whose layer must be named first. */
  private static Inspection ambiguous(Task task, SourceFile file, Inspection all) {
    Finding which =
        new Finding(
            Finding.Severity.WARNING, "layerAmbiguous", file.name(), "", 0, "", "", "", "", "");
    List<Inspection.Problem> problems = new ArrayList<>(all.problems());
    problems.add(
        0,
        new Inspection.Problem(
            which.severity(),
            which.code(),
            "",
            "",
            words(task).say(which, false),
            words(task).say(which, true)));
    return new Inspection(all.format(), all.layers(), all.raster(), problems);
  }
}
