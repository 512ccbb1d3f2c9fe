package org.kiungo.geodata.format.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.planner.model.value.InputRefused;

/** Excel workbooks of 1997 to 2003 (.xls): each sheet is a layer; records stream by. */
public final class XlsReader implements VectorReader {

  @Override
  public String format() {
    return "XLS";
  }

  /** Letters and slides of those years, and workbooks with a password, begin with the same. */
  @Override
  public Evidence evidence() {
    return Evidence.SYNTAX;
  }

  @Override
  public boolean recognises(SourceFile file) {
    return file.startsWith(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
  }

  @Override
  public boolean joinsLayers() {
    return true;
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    XlsRecords records = new XlsRecords(file, options, out);
    try (POIFSFileSystem parts = new POIFSFileSystem(file.path().toFile(), true)) {
      DirectoryNode root = parts.getRoot();
      String book = book(file, root);
      FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(records);
      records.format = formats;
      HSSFRequest request = new HSSFRequest();
      request.addListenerForAllRecords(formats);
      try (InputStream in = root.createDocumentInputStream(root.getEntryCaseInsensitive(book))) {
        new HSSFEventFactory().processEvents(request, in);
      }
      records.end();
    } catch (InputRefused refused) {
      throw refused;
    } catch (EncryptedDocumentException locked) {
      throw locked(file);
    } catch (IOException | RuntimeException damaged) {
      throw broken(file, records, damaged); // what the library trips over in a damaged file
    }
  }

  private static String book(SourceFile file, DirectoryNode root) {
    List<String> names = InternalWorkbook.WORKBOOK_DIR_ENTRY_NAMES;
    for (String name : names) {
      if (root.hasEntry(name)) {
        return name;
      }
    }
    if (root.hasEntry("EncryptedPackage")) {
      throw locked(file);
    }
    throw new InputRefused("file.foreign.office", "file", file.name());
  }

  private static InputRefused locked(SourceFile file) {
    return new InputRefused("file.workbookLocked", "file", file.name());
  }

  private static InputRefused broken(SourceFile file, XlsRecords records, Exception damaged) {
    InputRefused refused =
        new InputRefused("file.workbookBroken", "file", file.name(), "place", records.place());
    refused.initCause(damaged);
    return refused;
  }
}
