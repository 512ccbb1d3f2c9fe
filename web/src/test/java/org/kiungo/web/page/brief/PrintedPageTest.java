package org.kiungo.web.page.brief;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PrintedPageTest {

  private static final String BRIEF =
      """
      <html dir="%s"><body><p>Public money <a class="noprint" href="#bill">The bill.</a></p>
      <section><h2>Works</h2><div class="tblscroll"><table id="works"></table></div></section>
      <div class="two facts"><section id="risks"><h2>Risks</h2></section><section id="money">
      <h2>Money</h2><section class="bills" id="bill"><h3>The bill</h3><p>Why</p>
      <table data-testid="bill"></table><h3>What moves it</h3><table data-testid="drivers"></table>
      <p id="about">One at a time</p></section>
      <dl class="kv"><dt>Public money</dt><dd>1</dd></dl></section></div></body></html>
      """;

  /** Else they run over three pages in half of each, with a row or two alone on the last. */
  @Test
  void theBillStandsBesideWhatMovesIt() {
    Document printed = PrintedPage.of(BRIEF.formatted("ltr"));
    assertThat(printed.select("#money > .kept > .two > section").eachAttr("id"))
        .containsExactly("bill");
    assertThat(printed.select("#bill").text()).isEqualTo("The bill");
    assertThat(printed.select("#bill + section").text()).isEqualTo("What moves it One at a time");
    assertThat(printed.select("#money").text())
        .isEqualTo("Money Why The bill What moves it One at a time Public money 1");
    assertThat(printed.select("#money > table.kv")).hasSize(1);
    assertThat(printed.text()).doesNotContain("The bill.");
  }

  @Test
  void aHeadingIsKeptWithItsTable() {
    Document printed = PrintedPage.of(BRIEF.formatted("ltr"));
    assertThat(printed.select(".kept:has(#works) > h2").text()).isEqualTo("Works");
    assertThat(printed.select(".kept:has([data-testid=drivers]) > h3").text())
        .isEqualTo("What moves it");
  }

  /** Risks come first whichever way a page runs: they and the money stand one below the other. */
  @Test
  void onlyWhatStandsSideBySideIsTurnedRound() {
    Document printed = PrintedPage.of(BRIEF.formatted("rtl"));
    assertThat(printed.select(".facts > section").eachAttr("id")).containsExactly("risks", "money");
    assertThat(printed.select("#money > .kept > .two > section").last().id()).isEqualTo("bill");
  }
}
