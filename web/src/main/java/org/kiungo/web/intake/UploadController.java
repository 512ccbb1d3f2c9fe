package org.kiungo.web.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.openapi.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes files in pieces. */
@RestController
@RequestMapping("/api/v1/datasets")
class UploadController {

  private final Uploads uploads;
  private final SourceAddresses addresses;

  UploadController(Uploads uploads, SourceAddresses addresses) {
    this.uploads = uploads;
    this.addresses = addresses;
  }

  /** An address of features to read from. */
  record Asked(String address) {}

  @Requires(Role.DATA_STEWARD)
  @PostMapping(path = "/uploads/address", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  SourceAddresses.Read read(@RequestBody Asked asked) throws IOException {
    return addresses.read(asked.address());
  }

  @Requires(Role.DATA_STEWARD)
  @PostMapping("/uploads")
  @ResponseStatus(HttpStatus.CREATED)
  Uploads.Upload begin() throws IOException {
    return uploads.begin();
  }

  @GetMapping("/uploads/{id}")
  Uploads.Upload upload(@PathVariable String id) throws IOException {
    return uploads.find(id);
  }

  @Answers(409)
  @Requires(Role.DATA_STEWARD)
  @PutMapping(path = "/uploads/{id}/{name}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  Uploads.Upload append(
      @PathVariable String id,
      @PathVariable String name,
      @RequestParam(defaultValue = "0") long offset,
      HttpServletRequest request)
      throws IOException {
    return uploads.append(id, name, offset, request.getInputStream());
  }

  @Requires(Role.DATA_STEWARD)
  @DeleteMapping("/uploads/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable String id) throws IOException {
    uploads.discard(id);
  }
}
