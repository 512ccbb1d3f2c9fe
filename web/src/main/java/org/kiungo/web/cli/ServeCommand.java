package org.kiungo.web.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.policy.Levers;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.door.ClientAddress;
import org.kiungo.web.language.Words;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Databases;
import org.kiungo.web.store.PrivateFiles;
import org.kiungo.web.worker.WorkerProcess;
import picocli.CommandLine;

/** Opens the web application and the API. */
@CommandLine.Command(name = "serve")
class ServeCommand implements Callable<Integer> {

  /** A name, an IPv4 address, or an IPv6 address with or without brackets; no port, no scheme. */
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[?[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");

  /** The same with a port where it is not one of the web; IPv6 addresses in brackets. */
  private static final Pattern SOURCE =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

  /** Less than the smallest country takes. */
  private static final long LEAST_MIB = 128;

  private static final String JSON_LOG = "json";

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Option(names = "--port", defaultValue = "8080", paramLabel = "PORT")
  private int port;

  @CommandLine.Option(names = "--host", defaultValue = "127.0.0.1", paramLabel = "HOST")
  private String host;

  @CommandLine.Option(names = "--data-dir", defaultValue = "kiungo-data", paramLabel = "DIR")
  private Path dataDir;

  @CommandLine.Option(names = "--db-url", paramLabel = "JDBC")
  private String dbUrl;

  @CommandLine.Option(names = "--open-to-network")
  private boolean openToNetwork;

  @CommandLine.Option(names = "--accounts")
  private boolean accounts;

  @CommandLine.Option(names = "--public-url", paramLabel = "URL")
  private URI publicUrl;

  @CommandLine.Option(names = "--allowed-host", paramLabel = "NAME")
  private List<String> allowedHosts = List.of();

  @CommandLine.Option(names = "--trusted-proxy", paramLabel = "IP")
  private List<String> trustedProxies = List.of();

  @CommandLine.Option(names = "--allow-source", paramLabel = "HOST")
  private List<String> allowedSources = List.of();

  @CommandLine.Option(names = "--run-memory", paramLabel = "MIB")
  private Long runMemoryMib;

  @CommandLine.Option(names = "--import-memory", paramLabel = "MIB")
  private Long importMemoryMib;

  @CommandLine.Option(names = "--metrics-port", paramLabel = "PORT")
  private Integer metricsPort;

  @CommandLine.Option(names = "--log", paramLabel = "FORM", defaultValue = "text")
  private String log;

  private final Words words;
  private final Consumer<Map<String, Object>> server;

  ServeCommand(Words words, Consumer<Map<String, Object>> server) {
    this.words = words;
    this.server = server;
  }

  @Override
  public Integer call() {
    readReference();
    requireUsable();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("server.port", port);
    settings.put("server.address", host);
    settings.put("kiungo.data-dir", dataDir.toAbsolutePath().normalize().toString());
    settings.put("kiungo.open-to-network", openToNetwork);
    if (metricsPort != null) {
      // an address of its own, which no proxy that lets others in stands before
      settings.put("management.server.port", metricsPort);
      settings.put("management.server.address", "127.0.0.1");
      settings.put("management.endpoints.web.exposure.include", "health,prometheus");
      settings.put("management.prometheus.metrics.export.enabled", true);
    }
    if (log.equals(JSON_LOG)) {
      settings.put("logging.config", "classpath:logback-json.xml");
      // for what is done in a Java of its own
      System.setProperty(WorkerProcess.LOG_FORM, "logback-json.xml");
    }
    if (runMemoryMib != null) {
      settings.put("kiungo.worker.memory-mib", runMemoryMib);
    }
    if (importMemoryMib != null) {
      settings.put("kiungo.worker.import.memory-mib", importMemoryMib);
    }
    settings.put("kiungo.allow-source", String.join(",", allowedSources));
    settings.put("kiungo.accounts", accounts);
    settings.put("kiungo.trusted-proxies", String.join(",", trustedProxies));
    List<String> names = new ArrayList<>(allowedHosts);
    if (publicUrl != null) {
      names.add(publicUrl.getHost());
      settings.put("kiungo.public-url", publicUrl.getScheme() + "://" + publicUrl.getAuthority());
    }
    settings.put("kiungo.allowed-hosts", String.join(",", names));
    if (dbUrl != null) {
      settings.put("kiungo.db-url", dbUrl);
    }
    // whoever waits for an answer gets it; followers of runs ask again
    settings.put("server.shutdown", "graceful");
    settings.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
    server.accept(settings);
    announce();
    common.remark(words.text("cli.serve.ready", "http://" + host + ":" + port));
    return ExitCode.SERVING;
  }

  /** For commands that need the server at work on this folder. */
  private void announce() {
    boolean any = host.equals("0.0.0.0") || host.equals("::");
    String name =
        any ? "127.0.0.1" : host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    try {
      DataFolder.announce(dataDir, "http://" + name + ":" + port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requirePort(int port) {
    if (port < 1 || port > 65535) {
      throw new InputRefused("serve.port", "port", String.valueOf(port));
    }
  }

  private static void requireMemory(String option, Long mebibytes) {
    if (mebibytes != null && mebibytes < LEAST_MIB) {
      throw new InputRefused("serve.memory", "option", option, "found", mebibytes);
    }
  }

  /** Every server needs it, and until the application is set up there is a processor to spare. */
  private static void readReference() {
    Thread reading = new Thread(Reference::builtIn, "reference");
    reading.setDaemon(true);
    reading.start();
  }

  private void requireUsable() {
    // what other jars bring is refused here, in the reader's language, not by a stack trace
    CatalogueReader.builtIn();
    CatalogueReader.builtInServices();
    Levers.all();
    requirePort(port);
    if (metricsPort != null) {
      requirePort(metricsPort);
    }
    if (!List.of("text", JSON_LOG).contains(log)) {
      throw new InputRefused("serve.log", "log", log);
    }
    requireMemory("--run-memory", runMemoryMib);
    requireMemory("--import-memory", importMemoryMib);
    for (String name : allowedHosts) {
      if (!HOST.matcher(name).matches()) {
        throw new InputRefused("serve.allowed-host", "host", name);
      }
    }
    for (String source : allowedSources) {
      if (!SOURCE.matcher(source).matches()) {
        throw new InputRefused("serve.allow-source", "host", source);
      }
    }
    for (String proxy : trustedProxies) {
      if (!ClientAddress.isNetwork(proxy)) {
        throw new InputRefused("serve.trusted-proxy", "proxy", proxy);
      }
    }
    if (publicUrl != null
        && (publicUrl.getHost() == null
            || !List.of("http", "https").contains(publicUrl.getScheme()))) {
      throw new InputRefused("serve.public-url", "url", publicUrl.toString());
    }
    try {
      new ServerSocket(port, 1, InetAddress.getByName(host)).close();
      PrivateFiles.folder(dataDir);
      Files.delete(Files.createTempFile(dataDir, "writable", ""));
    } catch (BindException e) {
      throw new InputRefused("serve.port-taken", "port", String.valueOf(port), "host", host);
    } catch (UnknownHostException e) {
      throw new InputRefused("serve.host", "host", host);
    } catch (IOException e) {
      throw new InputRefused("serve.data-dir", "dataDir", dataDir.toString());
    }
    if (dbUrl == null) {
      Databases.requireWhole(dataDir.resolve(DataFolder.DATABASE));
    }
  }
}
