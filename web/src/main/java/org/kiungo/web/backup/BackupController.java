package org.kiungo.web.backup;

import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Databases;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Hands out a backup while the server works, one at a time. */
@RestController
class BackupController {

  private final DataSource database;
  private final Backup backup;
  private final Semaphore one = new Semaphore(1);

  BackupController(DataSource database, DataFolder data) {
    this.database = database;
    this.backup = new Backup(database, data.root());
  }

  @Answers(
      value = {422, 503},
      type = "application/zip")
  @Requires(Role.OPERATOR)
  @PostMapping("/api/v1/backup")
  ResponseEntity<StreamingResponseBody> backup() {
    if (!Databases.isEmbedded(database)) {
      throw new InputRefused("backup.postgis");
    }
    if (!one.tryAcquire()) {
      throw new ApiRefusal(HttpStatus.SERVICE_UNAVAILABLE, "backup.busy");
    }
    one.release();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kiungo-backup.zip\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(
            out -> {
              one.acquireUninterruptibly();
              try {
                backup.write(out);
              } finally {
                one.release();
              }
            });
  }
}
