package org.kiungo.web.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** What a page says that nobody wrote for readers. */
final class Remains {

  private static final String ONE_OF_MANY =
      String.join(
          "|",
          "people|persons|places|sites|districts|seconds|minutes|hours|days|years|phases|projects",
          "rows|nodes|links|needs|findings|comments|plans|files|steps|settlements|countries",
          "personnes|habitants|lieux|secondes|heures|jours|ans|années|projets|lignes|nœuds|liens",
          "besoins|constats|commentaires|fichiers|étapes|localités");

  /** What is code by its element is left out; so is what computers are told, on its own page. */
  private static final String FIND =
      """
      () => {
        const found = [], seen = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const looks = {
          template: /\\{\\d|,choice,|\\?\\?\\w+|\\b(?:ui|technology|medium|lever)\\.[a-z][\\w.-]+/,
          field: /\\b(?!kW[hpc]\\b)[a-z]+[A-Z][a-z]+\\w*\\b/,
          twice: /(?<!\\p{L})(?!(?:nous|vous)\\b)(\\p{L}{3,}) \\1(?!\\p{L})/iu,
          plural: /(?<![\\d.,:\\u00a0\\u202f–-])\\b1 (?:%s)(?!\\p{L})/u,
          json: /[{\\[]"\\w+":/,
        };
        while (seen.nextNode()) {
          const { parentElement: of, textContent: words } = seen.currentNode;
          if (of.closest('code, pre, script, style, template, noscript, [data-raw]')) continue;
          for (const [kind, look] of Object.entries(looks)) {
            const hit = look.exec(words);
            if (hit) found.push(`${kind}: ${words.trim().slice(Math.max(0, hit.index - 20), hit.index + 60)}`);
          }
        }
        return found;
      }"""
          .formatted(ONE_OF_MANY);

  private Remains() {}

  /** Placeholders, keys and JSON; names of fields; words that stand twice; one of many. */
  @SuppressWarnings("unchecked") // what the script returns
  static List<String> of(Page page) {
    return (List<String>) page.evaluate(FIND);
  }
}
