package org.kiungo.web.system;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.Scratch;
import org.kiungo.web.store.DataFolder;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/**
 * Where the container, and Kiungo itself, keep what they need for a while: inside the data folder,
 * as its owner's alone, where the next start finds what a killed server left.
 */
@Component
class TemporaryFolders implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

  private final DataFolder data;

  TemporaryFolders(DataFolder data) {
    this.data = data;
    Scratch.keepIn(data.temporary());
  }

  @Override
  public void customize(ConfigurableServletWebServerFactory server) {
    Path own = data.temporary();
    server.setDocumentRoot(own.toFile());
    if (server instanceof ConfigurableTomcatWebServerFactory tomcat) {
      tomcat.setBaseDirectory(own.toFile());
    }
  }

  @PreDestroy
  void remove() {
    Scratch.leave(data.temporary());
    Durable.discard(data.temporary());
  }
}
