package org.kiungo.web.cli.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.geodata.partner.LibraryPartner;
import org.kiungo.geodata.partner.PartnerLibrary;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.option.CountriesOption;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.funding.ConditionWords;
import org.kiungo.web.funding.Standings;
import org.kiungo.web.language.Words;
import picocli.CommandLine;

/** The library of partners, and a partners' file to start from. */
@CommandLine.Command(name = "partners")
public class PartnersCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Mixin private CountriesOption countries;

  @CommandLine.Option(
      names = "--years",
      paramLabel = "YYYY-YYYY",
      defaultValue = "2027-2036",
      converter = Years.Converter.class)
  private Years years;

  @CommandLine.Option(names = "--out", paramLabel = "FILE")
  private Path out;

  /** First and last year. */
  record Years(int first, int last) {
    /** Reads {@code 2027-2036}. */
    static class Converter implements CommandLine.ITypeConverter<Years> {
      @Override
      public Years convert(String text) {
        if (!text.matches("20\\d\\d-20\\d\\d") || text.compareTo(text.substring(5)) > 0) {
          throw new InputRefused("library.years", "years", text);
        }
        return new Years(
            Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(5)));
      }
    }
  }

  /**
   * The answer of {@code --json}.
   *
   * @param countries asked for
   * @param programmes that these may ask, in the library's order
   * @param file written; null when none
   */
  record Answer(List<String> countries, List<Entry> programmes, String file) {}

  /**
   * A programme.
   *
   * @param standing what it has for these countries in these years
   * @param partner to start from
   */
  record Entry(LibraryPartner programme, String standing, Partner partner) {}

  @Override
  public Integer call() throws IOException {
    List<String> asked = countries.asked(LocalDate.of(years.first(), 1, 1));
    PartnerLibrary library = PartnerLibrary.builtIn();
    List<Entry> entries =
        library.concerning(asked).stream()
            .map(
                each ->
                    new Entry(
                        each,
                        each.standing(asked, years.first(), years.last()).word(),
                        each.partner(asked, years.first(), years.last())))
            .toList();
    Partnership start = library.start(asked, years.first(), years.last()).orElse(null);
    if (out != null && start != null) {
      InputFiles.writable(out);
      Files.write(out, PartnerFile.write(Standings.completed(start, asked, years.first())));
    }
    String file = out == null || start == null ? null : out.toString();
    common.answer(new Answer(asked, entries, file), sentences(entries, start, file));
    return start == null ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
  }

  private String sentences(List<Entry> entries, Partnership start, String file) {
    Words words = common.words();
    List<String> lines = new ArrayList<>();
    for (Entry each : entries) {
      Partner partner = each.partner();
      double usd = partner.totalCents() / 100.0;
      lines.add(
          words.text(
              "cli.partners.programme",
              partner.letter(),
              partner.name(),
              ConditionWords.instrument(partner, words),
              words.text("partner.standing." + each.standing(), usd)));
      if (each.programme().networksRatio() > 0) {
        for (Condition condition : partner.conditions()) {
          lines.add("    " + ConditionWords.of(condition, words));
        }
        lines.add(
            "    "
                + words.text(
                    "cli.partners.assumed",
                    String.join(
                        ", ",
                        partner.assumed().stream()
                            .map(field -> words.text("partner.assumed." + field))
                            .toList())));
      }
      lines.add(
          "    "
              + (partner.source().isEmpty()
                  ? words.text("cli.partners.no-source")
                  : words.text("cli.partners.source", partner.source())));
    }
    if (start == null) {
      lines.add(words.text("cli.partners.nobody", years.first(), years.last()));
    } else if (file != null) {
      lines.add(words.text("cli.partners.written", start.partners().size(), file));
    }
    return String.join("\n", lines);
  }
}
