package org.kiungo.web.page.brief;

import io.nayuki.qrcodegen.QrCode;

/** A text as a QR symbol (ISO/IEC 18004) for SVG: dark modules of a row as one stroke. */
record QrSymbol(String text, int size, String path) {

  /** Clear modules round the symbol, as the standard asks. */
  private static final int QUIET = 4;

  static QrSymbol of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          int from = x;
          while (code.getModule(x + 1, y)) {
            x++;
          }
          path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
          path.append('h').append(x + 1 - from).append("v1h").append(from - x - 1).append('z');
        }
      }
    }
    return new QrSymbol(text, code.size + 2 * QUIET, path.toString());
  }
}
