package org.kiungo.planner.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.DemandVolume;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.border.BorderPrice;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.institution.InstitutionKind;
import org.kiungo.planner.model.money.TransitPrice;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.value.InputRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the catalogue: every technology and medium file found on the class path. A file with an
 * unknown key, a key twice, a figure without source or a range that leaves its value out is refused
 * by name.
 */
public final class CatalogueReader {

  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static Catalogue builtIn;

  private CatalogueReader() {}

  /** The catalogue shipped with Kiungo, with whatever else lies beside it on the class path. */
  public static synchronized Catalogue builtIn() {
    if (builtIn == null) {
      builtIn = read(CatalogueReader.class.getClassLoader());
    }
    return builtIn;
  }

  /**
   * The catalogue that a class loader sees.
   *
   * @return technologies and media sorted by id; version is the SHA-256 of all names and bytes
   * @throws InputRefused naming the file and the key or value that cannot be used
   */
  public static Catalogue read(ClassLoader loader) {
    SortedMap<String, byte[]> technologies = ResourceFolder.read(loader, "technology");
    SortedMap<String, byte[]> media = ResourceFolder.read(loader, "medium");
    SortedMap<String, byte[]> volumes = ResourceFolder.read(loader, "demand");
    SortedMap<String, byte[]> transit = ResourceFolder.read(loader, "transit");
    SortedMap<String, byte[]> energy = ResourceFolder.read(loader, "energy");
    Catalogue catalogue =
        new Catalogue(
            version(technologies, media, volumes, transit, energy),
            parseAll(technologies, "technology", AccessTechnology.class, AccessTechnology::id),
            parseAll(media, "medium", Medium.class, Medium::id),
            parseAll(volumes, "demand", DemandVolume.class, DemandVolume::id),
            parseAll(transit, "transit", TransitPrice.class, TransitPrice::id),
            energy(energy));
    TechnologyFamilies families = TechnologyFamilies.read(loader);
    for (AccessTechnology each : catalogue.technologies()) {
      requireFamily(families, each.family(), "technology/" + each.id() + ".yaml", "family");
    }
    for (Medium each : catalogue.media()) {
      if (each.viaSky()) {
        String file = "medium/" + each.id() + ".yaml";
        requireFamily(families, each.constellation(), file, "constellation");
      }
    }
    return catalogue;
  }

  /**
   * The same catalogue for a plan of several countries: with what links across borders cost, and a
   * version that covers those files too.
   */
  public static Catalogue withBorders(Catalogue catalogue) {
    SortedMap<String, byte[]> files =
        ResourceFolder.read(CatalogueReader.class.getClassLoader(), "border");
    MessageDigest sha256 = sha256();
    sha256.update(catalogue.version().getBytes(StandardCharsets.UTF_8));
    digest(sha256, "border", files);
    List<BorderPrice> borders = parseAll(files, "border", BorderPrice.class, BorderPrice::id);
    return new Catalogue(
        HexFormat.of().formatHex(sha256.digest()),
        catalogue.technologies(),
        catalogue.media(),
        catalogue.volumes(),
        catalogue.transit(),
        catalogue.energy(),
        borders);
  }

  /** There is one set of prices, or none. */
  private static EnergyPrices energy(SortedMap<String, byte[]> files) {
    List<EnergyPrices> all = parseAll(files, "energy", EnergyPrices.class, EnergyPrices::id);
    if (all.size() > 1) {
      String one = all.get(0).id() + ".yaml";
      String other = all.get(1).id() + ".yaml";
      throw new InputRefused("catalogue.twice", "file", "energy", "one", one, "other", other);
    }
    return all.isEmpty() ? null : all.get(0);
  }

  private static void requireFamily(
      TechnologyFamilies families, String family, String file, String key) {
    try {
      families.get(family);
    } catch (InputRefused unknown) {
      throw inFile(unknown, file, key);
    }
  }

  /**
   * The kinds of e-service shipped with Kiungo, and whatever else lies beside them on the class
   * path.
   *
   * @return sorted by id
   * @throws InputRefused naming the file and the key or value that cannot be used
   */
  public static List<EService> builtInServices() {
    SortedMap<String, byte[]> services =
        ResourceFolder.read(CatalogueReader.class.getClassLoader(), "eservice");
    return parseAll(services, "eservice", EService.class, EService::id);
  }

  /**
   * The kinds of institution shipped with Kiungo, and whatever else lies beside them on the class
   * path.
   *
   * @return sorted by id
   * @throws InputRefused naming the file and the key or value that cannot be used
   */
  public static List<InstitutionKind> builtInInstitutions() {
    SortedMap<String, byte[]> kinds =
        ResourceFolder.read(CatalogueReader.class.getClassLoader(), "institution");
    return parseAll(kinds, "institution", InstitutionKind.class, InstitutionKind::id);
  }

  /** Parses all files of a folder; each must be called as the id it holds. */
  static <T> List<T> parseAll(
      SortedMap<String, byte[]> files, String folder, Class<T> type, Function<T, String> idOf) {
    List<T> parsed = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = folder + "/" + file.getKey() + ".yaml";
      T entry = parse(file.getValue(), name, type);
      if (!file.getKey().equals(idOf.apply(entry))) {
        throw new InputRefused("catalogue.id", "file", name, "id", idOf.apply(entry));
      }
      parsed.add(entry);
    }
    return parsed;
  }

  /** Parses one file; {@code name} is what a refusal calls it. */
  static <T> T parse(byte[] yaml, String name, Class<T> type) {
    try {
      return YAML.readValue(yaml, type);
    } catch (UnrecognizedPropertyException e) {
      throw new InputRefused("catalogue.key", "file", name, "key", e.getPropertyName());
    } catch (DatabindException e) {
      if (e.getCause() instanceof StreamReadException broken) {
        throw unreadable(name, broken);
      }
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof InputRefused refused) {
        throw inFile(refused, name, e.getPathReference());
      }
      if (e instanceof InvalidFormatException wrong) {
        throw new InputRefused(
            "catalogue.type",
            "file",
            name,
            "field",
            e.getPathReference(),
            "value",
            wrong.getValue());
      }
      throw new InputRefused(
          "catalogue.value",
          "file",
          name,
          "field",
          e.getPathReference(),
          "problem",
          firstLine(cause.getMessage()));
    } catch (JacksonException e) {
      throw unreadable(name, e);
    }
  }

  /** What a record refuses, with the file and the place in it. */
  private static InputRefused inFile(InputRefused refused, String name, String place) {
    List<Object> arguments = new ArrayList<>(List.of("file", name, "field", place));
    refused.arguments().forEach((key, value) -> arguments.addAll(List.of(key, value)));
    String code = "catalogue." + refused.code();
    return new InputRefused(code, arguments.toArray());
  }

  private static InputRefused unreadable(String name, JacksonException e) {
    return new InputRefused("catalogue.yaml", "file", name, "problem", firstLine(e.getMessage()));
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static String version(
      SortedMap<String, byte[]> technologies,
      SortedMap<String, byte[]> media,
      SortedMap<String, byte[]> volumes,
      SortedMap<String, byte[]> transit,
      SortedMap<String, byte[]> energy) {
    MessageDigest sha256 = sha256();
    digest(sha256, "technology", technologies);
    digest(sha256, "medium", media);
    digest(sha256, "demand", volumes);
    digest(sha256, "transit", transit);
    digest(sha256, "energy", energy);
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static void digest(MessageDigest sha256, String folder, Map<String, byte[]> files) {
    files.forEach(
        (name, bytes) -> {
          sha256.update(
              (folder + "/" + name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
          sha256.update(bytes);
        });
  }
}
