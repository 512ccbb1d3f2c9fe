package org.kiungo.web.page.account;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.account.WithAccounts;
import org.kiungo.web.audit.AuditChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** Hands out the audit log, an entry a line. */
@Controller
@WithAccounts
class AuditController {

  private final AuditChain chain;
  private final JsonMapper json;

  AuditController(DataSource database, JsonMapper json) {
    this.chain = new AuditChain(database);
    this.json = json;
  }

  @Requires(Role.OPERATOR)
  @GetMapping("/administration/audit.jsonl")
  ResponseEntity<StreamingResponseBody> export() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/jsonl"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.jsonl\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(
            out -> {
              BufferedWriter lines =
                  new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
              chain.forEach(
                  entry -> {
                    try {
                      lines.write(json.writeValueAsString(entry) + "\n");
                    } catch (IOException gone) {
                      throw new UncheckedIOException(gone);
                    }
                  });
              lines.flush();
            });
  }
}
