package org.kiungo.web.dataset.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kiungo.geodata.census.CensusImport;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.BuiltInDistricts;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.dataset.BuiltInCountries;
import org.kiungo.web.language.Words;

/** Every template is a file that its own layer imports, every column known, nothing to say. */
class LayerTemplateTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = LayerKind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"POPULATION_RASTER", "ELEVATION"})
  void aTemplateIsImportedWithItsExampleRow(LayerKind kind) throws IOException {
    for (String language : new String[] {"en", "fr"}) {
      String text = LayerTemplate.csv(kind, Words.in(language));
      assertThat(text).doesNotContain("null").doesNotContain("template.column");
      Path file = Files.writeString(folder.resolve(kind.label() + "." + language + ".csv"), text);
      Imported<?> read =
          new LayerImport(new BuiltInCountries(), new CensusImport(new BuiltInDistricts()))
              .read(file, kind, "LSO", null);
      assertThat(read.report().rowsIn()).isEqualTo(1);
      assertThat(read.report().rowsListed()).as(read.report().findings() + "").isZero();
      assertThat(read.records()).hasSize(1);
      kind.roles().forEach(role -> assertThat(read.mapping().column(role)).isEqualTo(role));
    }
  }

  @Test
  void aRasterHasNoTemplate() {
    assertThatThrownBy(() -> LayerTemplate.csv(LayerKind.ELEVATION, Words.in("en")))
        .isInstanceOf(InputRefused.class);
  }
}
