package org.kiungo.web.page.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrSymbolTest {

  private static final Pattern STROKE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

  @Test
  void everyDarkModuleIsDrawnOnceWithAQuietZoneRoundThem() {
    String text = "https://example.org/b/0123456789abcdefghijklmnopq";
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    QrSymbol symbol = QrSymbol.of(text);
    assertThat(symbol.size()).isEqualTo(code.size + 8);
    boolean[][] drawn = new boolean[symbol.size()][symbol.size()];
    Matcher strokes = STROKE.matcher(symbol.path());
    int read = 0;
    while (strokes.find()) {
      read += strokes.group().length();
      int x = Integer.parseInt(strokes.group(1));
      for (int k = 0; k < Integer.parseInt(strokes.group(3)); k++) {
        assertThat(drawn[Integer.parseInt(strokes.group(2))][x + k]).isFalse();
        drawn[Integer.parseInt(strokes.group(2))][x + k] = true;
      }
    }
    assertThat(read).isEqualTo(symbol.path().length());
    for (int y = 0; y < symbol.size(); y++) {
      for (int x = 0; x < symbol.size(); x++) {
        assertThat(drawn[y][x]).isEqualTo(code.getModule(x - 4, y - 4));
      }
    }
  }
}
