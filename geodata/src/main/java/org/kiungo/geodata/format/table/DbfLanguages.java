package org.kiungo.geodata.format.table;

import java.nio.charset.Charset;
import java.nio.charset.UnsupportedCharsetException;

/** Character sets by the language byte of a dBase header, as ESRI and FoxPro document them. */
final class DbfLanguages {

  private DbfLanguages() {}

  /** The character set, null when the byte states none. */
  static Charset charset(int language) {
    String name =
        switch (language) {
          case 0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B -> "IBM437";
          case 0x02, 0x08, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37 -> "IBM850";
          case 0x03, 0x58, 0x59 -> "windows-1252";
          case 0x13, 0x7B -> "windows-31j";
          case 0x1C, 0x6C -> "IBM863";
          case 0x1F, 0x22, 0x23, 0x40, 0x64, 0x87 -> "IBM852";
          case 0x24 -> "IBM860";
          case 0x26, 0x65 -> "IBM866";
          case 0x4D, 0x7A -> "GBK";
          case 0x4E, 0x79 -> "x-windows-949";
          case 0x4F, 0x78 -> "Big5";
          case 0x50, 0x7C -> "x-windows-874";
          case 0x66 -> "IBM865";
          case 0x6A, 0x86 -> "IBM737";
          case 0x6B, 0x88 -> "IBM857";
          case 0x7D -> "windows-1255";
          case 0x7E -> "windows-1256";
          case 0xC8 -> "windows-1250";
          case 0xC9 -> "windows-1251";
          case 0xCA -> "windows-1254";
          case 0xCB -> "windows-1253";
          case 0xCC -> "windows-1257";
          default -> null; // 0x57 means "the writer's own", which says nothing
        };
    try {
      return name == null ? null : Charset.forName(name);
    } catch (UnsupportedCharsetException absent) {
      return null;
    }
  }
}
