package org.kiungo.geodata.reference.facility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.value.LonLat;

/**
 * Facilities that Kiungo carries: public health sites of 49 countries in 2019 (none for Algeria,
 * Egypt, Libya, Morocco and Tunisia; thin for Guinea-Bissau, Sudan and Togo), hospitals apart, and
 * schools of Kenya in 2016, secondary ones apart. Sources and licences: {@code NOTICE}. They lie
 * beside the reference data, whose version plans without institutions state.
 */
public final class BuiltInFacilities {

  private static final String ROOT = "/facilities/";
  private static final List<String> KINDS =
      List.of("clinic", "hospital", "school", "secondary-school");
  private static final int VERSION_LENGTH = 16;

  private BuiltInFacilities() {}

  /**
   * The facilities of one kind in a country.
   *
   * @param country ISO 3166-1 alpha-3
   * @param kindId as institutions of the catalogue have it
   * @param places where they stand, within some 100 m
   * @param input the file, as plans name it
   */
  public record Layer(String country, String kindId, List<LonLat> places, InputFile input) {}

  /** Name of the file of a country's facilities of a kind. */
  public static String name(String iso3, String kindId) {
    return iso3 + "." + kindId;
  }

  /** What there is of a country, by kind; empty where nothing is. */
  public static List<Layer> of(String iso3) {
    List<Layer> layers = new ArrayList<>();
    for (String kind : KINDS) {
      try (InputStream in = BuiltInFacilities.class.getResourceAsStream(ROOT + name(iso3, kind))) {
        if (in != null) {
          byte[] file = in.readAllBytes();
          layers.add(new Layer(iso3, kind, FacilityFile.read(file), input(iso3, kind, file)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return layers;
  }

  private static InputFile input(String iso3, String kind, byte[] file) {
    try {
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
      String name = "built-in " + name(iso3, kind);
      return new InputFile(InputFile.INSTITUTIONS, name, hash, hash.substring(0, VERSION_LENGTH));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
