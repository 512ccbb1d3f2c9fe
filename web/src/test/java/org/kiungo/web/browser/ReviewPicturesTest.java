package org.kiungo.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.browser.fixture.SeenSentences;
import org.kiungo.web.browser.fixture.SeenSentences.Box;
import org.kiungo.web.browser.fixture.SeenSentences.Text;
import org.kiungo.web.language.TranslationReview;
import org.kiungo.web.language.Words;

/**
 * What a speaker is given who reviews a language: its table, and pictures of the pages in which
 * every sentence that was found has a number.
 */
class ReviewPicturesTest extends BrowserTest {

  /** On a phone a page is one column, and nothing of it is scrolled out of sight. */
  private static final int WIDTH = 390;

  private static final int HEIGHT = 844;

  /** Of one picture, px: with so much in it numbers stay apart. */
  private static final int PART = 1600;

  /** Names of pictures, which are names of flows where a page takes one, and pages. */
  private static final Map<String, String> PAGES = pages();

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("africa", "/");
    pages.put("country", "/countries/LSO");
    pages.put("explore", "/plans/{plan}/explore#s={place}");
    pages.put("programme", "/plans/{programme}/explore#y=2030");
    pages.put("phases", "/plans/{programme}/programme");
    pages.put("partners", "/plans/{programme}/partners");
    pages.put("brief", "/plans/{plan}/brief");
    pages.put("doubt", "/countries/LSO/doubt");
    pages.put("scenario", "/scenario?country=LSO");
    pages.put("strategy", "/scenario?country=LSO");
    pages.put("compare", "/compare?country=LSO");
    pages.put("options", "/options?country=LSO");
    pages.put("import", "/data?country=LSO");
    pages.put("data", "/data/LSO");
    pages.put("network", "/data/network?country=BEN");
    pages.put("services", "/services?country=KEN");
    pages.put("openness", "/openness?country=GMB&rec=ECOWAS&cut=ACE&cut=MainOne&cut=SAT-3");
    pages.put("regulation", "/regulation?country=BEN&with=TGO");
    pages.put("lots", "/plans/{plan}/lots");
    pages.put("progress", "/plans/{plan}/progress");
    pages.put("history", "/plans/{plan}/history");
    pages.put("catalogue", "/catalogue");
    pages.put("privacy", "/privacy");
    pages.put("ogc", "/ogc");
    pages.put("api", "/api/v1");
    return pages;
  }

  private final SeenSentences sentences = new SeenSentences();

  @TempDir private Path folder;

  /** Two sentences with the same words in one language are told apart by the others. */
  @Test
  void aSentenceIsFoundWhereItIsSaid() throws IOException {
    Page page = open("/privacy", "pt", WIDTH, HEIGHT);
    Map<String, Box> found = sentences.find("pt", texts("privacy", "/privacy", "pt", page));
    Words portuguese = Words.in("pt");
    for (String key : List.of("ui.privacy.title", "ui.nav.overview", "ui.language.draft")) {
      Box box = found.get(key);
      Object said =
          page.evaluate(
              "([x, y]) => { scrollTo(0, y - 100); return document.elementFromPoint(x, y - scrollY).textContent.trim(); }",
              List.of(box.x() + box.width() / 2, box.y() + box.height() / 2));
      assertEquals(portuguese.text(key), said, key);
    }
    assertTrue(found.keySet().stream().noneMatch(key -> key.startsWith("ui.scenario.")));
    Set<String> onlyEnglish = new TreeSet<>(found.keySet());
    onlyEnglish.removeIf(key -> !portuguese.text(key).equals(Words.in("en").text(key)));
    assertTrue(onlyEnglish.size() < found.size() / 5, onlyEnglish::toString);
  }

  /** The pictures lie beside the table that names them. */
  @Test
  @EnabledIfSystemProperty(
      named = "kiungo.review",
      matches = "[a-z]{2,3}",
      disabledReason = "skipped: pictures for a speaker are drawn with -Dkiungo.review=pt")
  void aSpeakerSeesWhereSentencesAreSaid() throws IOException {
    String language = System.getProperty("kiungo.review");
    Path review = Files.createDirectories(Path.of("target", "review", language));
    String programme = programme();
    Map<String, String> pictures = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : PAGES.entrySet()) {
      String path = withPlan(each.getValue().replace("{programme}", programme));
      Page page = open(path, language, WIDTH, HEIGHT);
      Map<String, Box> found = sentences.find(language, texts(each.getKey(), path, language, page));
      found.keySet().removeAll(pictures.keySet());
      keep(page, review.resolve(each.getKey()), found, pictures);
      page.context().close();
    }
    int all = TranslationReview.write(language, review.resolve(language + ".csv"), pictures);
    System.out.printf("%d of %d sentences are seen, %s%n", pictures.size(), all, review);
    assertTrue(pictures.size() > 1200, pictures.size() + " sentences are seen");
  }

  /** The texts of a page in its language, English and French; the page stays open in the first. */
  private Map<String, Map<String, Text>> texts(String flow, String path, String own, Page page)
      throws IOException {
    Map<String, Map<String, Text>> texts = new LinkedHashMap<>();
    unfold(flow, page);
    texts.put(own, SeenSentences.texts(page));
    for (String other : List.of("en", "fr")) {
      if (!other.equals(own)) {
        Page beside = open(path, other, WIDTH, HEIGHT);
        unfold(flow, beside);
        texts.put(other, SeenSentences.texts(beside));
        beside.context().close();
      }
    }
    return texts;
  }

  private void unfold(String flow, Page page) throws IOException {
    Flows.prepare(flow, page, folder);
    page.evaluate(
        "document.querySelectorAll('details:not(.langs)').forEach((each) => { each.open = true; })");
  }

  /** Draws a page in parts, those in which something new is seen. */
  private static void keep(
      Page page, Path name, Map<String, Box> found, Map<String, String> pictures)
      throws IOException {
    int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
    for (int top = 0, part = 1; top < height; top += PART, part++) {
      int from = top;
      List<String> keys = new ArrayList<>(found.keySet());
      keys.removeIf(key -> found.get(key).y() < from || found.get(key).y() >= from + PART);
      keys.sort(
          Comparator.comparingDouble((String key) -> found.get(key).y())
              .thenComparing(key -> found.get(key).x()));
      List<Box> boxes = keys.stream().map(found::get).distinct().toList();
      if (boxes.isEmpty()) {
        continue;
      }
      page.evaluate(
          MARKS, boxes.stream().map(b -> List.of(b.x(), b.y(), b.width(), b.height())).toList());
      Path file = name.resolveSibling(name.getFileName() + "-" + part + ".webp");
      Files.write(file, picture(page, top, WIDTH, Math.min(PART, height - top), 1));
      for (String key : keys) {
        int number = boxes.indexOf(found.get(key)) + 1;
        pictures.put(key, file.getFileName() + " " + number);
      }
    }
  }

  /**
   * A frame and a number around each place, and none around those of the part before; what a table
   * has scrolled out of sight is marked at the edge.
   */
  private static final String MARKS =
      """
      (boxes) => {
        document.getElementById('review-marks')?.remove();
        const layer = document.createElement('div');
        layer.id = 'review-marks';
        Object.assign(layer.style, { position: 'absolute', left: 0, top: 0, zIndex: 99999, direction: 'ltr', overflow: 'hidden', width: `${innerWidth}px`, height: `${document.documentElement.scrollHeight}px` });
        boxes.forEach(([x, y, width, height], k) => {
          const frame = document.createElement('div'), number = document.createElement('b');
          Object.assign(frame.style, { position: 'absolute', left: `${Math.max(2, Math.min(x, innerWidth - 20))}px`, top: `${y}px`, width: `${width}px`, height: `${height}px`, outline: '1px solid #c00' });
          Object.assign(number.style, { position: 'absolute', left: '-2px', top: '-9px', padding: '0 2px', background: '#c00', color: '#fff', font: '700 9px/10px sans-serif' });
          number.textContent = k + 1;
          frame.append(number);
          layer.append(frame);
        });
        document.documentElement.append(layer);
      }""";
}
