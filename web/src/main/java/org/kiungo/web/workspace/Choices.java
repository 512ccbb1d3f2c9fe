package org.kiungo.web.workspace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.feed.CoverageColumn;
import org.kiungo.geodata.feed.FedLayers;
import org.kiungo.geodata.feed.FeedTotals;
import org.kiungo.geodata.feed.LayerFacts.Unit;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.people.InhabitedPlace;
import org.kiungo.geodata.reference.people.People;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Feed.Layer;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.language.PeopleWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.policy.FeedWords;
import org.kiungo.web.workspace.Choice.LayerChoice;
import org.kiungo.web.workspace.Choice.Source;
import org.springframework.stereotype.Service;

/** What feeds the plans of countries, as each organisation chose it, else by rule. */
@Service
public class Choices {

  private final ChoiceRepository repository;
  private final Workspaces workspaces;
  private final Datasets datasets;

  Choices(ChoiceRepository repository, Workspaces workspaces, Datasets datasets) {
    this.repository = repository;
    this.workspaces = workspaces;
    this.datasets = datasets;
  }

  /** The choice that is kept; one whose versions are gone is as if there were none. */
  Choice of(String iso3, Words words) {
    List<Feed> kept = kept(iso3);
    try {
      return choice(iso3, kept, !kept.isEmpty(), words);
    } catch (InputRefused gone) {
      return choice(iso3, List.of(), false, words);
    }
  }

  /** Feeds of the choice that is kept, else by rule; none where all is what Kiungo carries. */
  List<Feed> feeds(String iso3) {
    return FedLayers.resolved(iso3, kept(iso3), datasets.sources());
  }

  private List<Feed> kept(String iso3) {
    return repository
        .find(iso3)
        .map(text -> ScenarioFile.read(text.getBytes(StandardCharsets.UTF_8)).feeds())
        .orElse(List.of());
  }

  /**
   * Keeps a choice.
   *
   * @throws InputRefused for a source that is not there
   */
  Choice save(String iso3, Scenario scenario, Words words) {
    Choice chosen = choice(iso3, scenario.feeds(), true, words);
    Scenario kept = ScenarioBuilder.builder().feeds(chosen.feeds()).build();
    repository.save(iso3, new String(ScenarioFile.write(kept), StandardCharsets.UTF_8));
    return chosen;
  }

  /** What would come of feeds. */
  Choice choice(String iso3, List<Feed> asked, boolean saved, Words words) {
    double nation = workspaces.country(iso3).population();
    List<Feed> told = FedLayers.explicit(iso3, asked, datasets.sources());
    FeedTotals totals = FedLayers.totals(iso3, told, datasets.sources());
    Map<Layer, List<Source>> sources = sources(iso3, told);
    FeedTotals carried = FedLayers.totals(iso3, carried(iso3), datasets.sources());
    List<LayerChoice> layers = new ArrayList<>();
    sources.forEach(
        (layer, all) ->
            layers.add(
                new LayerChoice(
                    layer,
                    all,
                    totals.of(layer),
                    layer == Layer.SETTLEMENTS || layer == Layer.CENSUS
                        ? nation
                        : carried.of(layer))));
    List<InputFile> inputs = new ArrayList<>();
    for (Feed each : told) {
      if (each.source().contains("/")) {
        inputs.add(datasets.sources().input(each));
      }
    }
    boolean plain = FedLayers.resolved(iso3, told, datasets.sources()).isEmpty();
    Scenario scenario = ScenarioBuilder.builder().countries(List.of(iso3)).feeds(told).build();
    List<String> sentences =
        new ArrayList<>(
            plain
                ? List.of()
                : FeedWords.of(
                    scenario, inputs, totals.columns(), List.of(totals.planned()), words));
    if (totals.unknownPlaces() > 0) {
      sentences.add(
          words.text("ui.feed.coverage-unknown", totals.unknownPlaces(), totals.unknownPeople()));
    }
    if (totals.fibreUnbuiltKm() + totals.fibreUnknownKm() >= 0.5) {
      sentences.add(
          words.text(
              "ui.feed.fibre-not-working",
              totals.fibreKm(),
              totals.fibreUnbuiltKm(),
              totals.fibreUnknownKm()));
    }
    return new Choice(
        saved,
        plain,
        told,
        layers,
        totals.places(),
        totals.planned().people(),
        new PeopleWords(words).of(totals.planned(), inputs),
        totals.planned().isDoubtful(),
        totals.unknownPlaces(),
        totals.unknownPeople(),
        totals.columns().stream().map(each -> column(each, inputs)).toList(),
        sentences);
  }

  private static Choice.Column column(CoverageColumn each, List<InputFile> inputs) {
    String name =
        inputs.stream()
            .filter(input -> input.version().equals(each.source()))
            .findFirst()
            .map(InputFile::name)
            .orElse("");
    return new Choice.Column(each.source(), name, each.places(), each.people());
  }

  private static List<Feed> carried(String iso3) {
    List<Feed> feeds = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      feeds.add(new Feed(iso3, layer, layer.carried(), Feed.Use.ALONE));
    }
    return feeds;
  }

  /** What each layer may take, those chosen first. */
  private Map<Layer, List<Source>> sources(String iso3, List<Feed> told) {
    List<WorkspaceSource> all = workspaces.of(iso3).sources();
    Map<Layer, List<Source>> sources = new LinkedHashMap<>();
    for (Layer layer : Layer.values()) {
      List<Source> own = new ArrayList<>();
      List<Feed> feeds = Feed.of(told, iso3, layer);
      for (Feed feed : feeds) {
        own.add(
            all.stream()
                .filter(each -> is(each, layer) && each.source().equals(feed.source()))
                .findFirst()
                .map(each -> source(each, feed.use()))
                .orElseGet(() -> isInside(feed.source()) ? parts(iso3, feed.use()) : older(feed)));
      }
      own.removeIf(each -> each.source().equals(Feed.NOTHING));
      all.stream()
          .filter(each -> is(each, layer) && (each.builtIn() || each.version() > 0))
          .filter(each -> feeds.stream().noneMatch(feed -> feed.source().equals(each.source())))
          .forEach(each -> own.add(source(each, null)));
      if (layer == Layer.SETTLEMENTS && own.stream().noneMatch(each -> isInside(each.source()))) {
        own.add(parts(iso3, null));
      }
      if (!own.isEmpty()) {
        sources.put(layer, own);
      }
    }
    return sources;
  }

  private static boolean isInside(String source) {
    return source.equals(Feed.INSIDE);
  }

  /** The people that Kiungo carries, in the parts of their places. */
  private Source parts(String iso3, Feed.Use use) {
    People people = Reference.builtIn().people();
    long all = people.places(iso3).stream().mapToLong(InhabitedPlace::population).sum();
    return new Source(Feed.INSIDE, "", people.countInside(iso3), all, Unit.PEOPLE, use);
  }

  private static Source source(WorkspaceSource each, Feed.Use use) {
    return new Source(each.source(), each.name(), each.rows(), each.sum(), each.unit(), use);
  }

  /**
   * A version that is not the current one, or what Kiungo carries of a layer it tells nothing of.
   */
  private Source older(Feed feed) {
    boolean imported = feed.source().contains("/");
    String name = imported ? datasets.sources().input(feed).name() : "";
    return new Source(feed.source(), name, 0, Double.NaN, Unit.RECORDS, feed.use());
  }

  private static boolean is(WorkspaceSource source, Layer layer) {
    return switch (LayerKind.named(source.layer())) {
      case SETTLEMENTS -> layer == Layer.SETTLEMENTS;
      case COVERAGE -> layer == Layer.COVERAGE;
      case NODES, EXCHANGE_POINTS, LANDING_POINTS -> layer == Layer.NODES;
      case FIBRE_LINES -> layer == Layer.FIBRE_LINES;
      case TOWERS -> layer == Layer.TOWERS;
      case ROADS -> layer == Layer.ROADS;
      case ELEVATION -> layer == Layer.ELEVATION;
      case CENSUS -> layer == Layer.CENSUS;
      case GRID -> layer == Layer.GRID;
      case HAZARD -> layer == Layer.HAZARD;
      case POPULATION_RASTER, BOUNDARIES, FACILITIES, INDICATORS -> false;
    };
  }
}
