package org.kiungo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.sample.HeadStart;

class StartTest {

  @TempDir Path folder;

  @Test
  void theServerPlansItsFirstCountryWhileItStarts() {
    assertThat(WebApplication.application().application().getInitializers())
        .hasAtLeastOneElementOfType(HeadStart.class);
  }

  /** One package in two libraries, and what comes with a class: its package, source, resources. */
  @Test
  void classesAreLoadedFromTheLibrariesThatHoldThem() throws Exception {
    URL first = jar("first", "1.0", First.class);
    URL second = jar("second", "2.0", Second.class, Third.class);
    try (URLClassLoader launched =
            new URLClassLoader(new URL[] {first, second}, ClassLoader.getPlatformClassLoader());
        LibraryClassLoader loader = new LibraryClassLoader(launched)) {
      for (Class<?> each : new Class<?>[] {Third.class, First.class, Second.class}) {
        Class<?> loaded = loader.loadClass(each.getName());
        assertThat(loaded).isNotSameAs(each);
        assertThat(loaded.getClassLoader()).isSameAs(loader);
        assertThat(loaded.getProtectionDomain().getCodeSource().getLocation())
            .isEqualTo(each == First.class ? first : second);
        assertThat(loaded.getResource(each.getSimpleName() + ".txt")).isNotNull();
      }
      // as ever that of the library its first class came from
      assertThat(loader.getDefinedPackage("org.kiungo.web").getImplementationVersion())
          .isEqualTo("2.0");
      assertThatThrownBy(() -> loader.loadClass("org.kiungo.web.Fourth"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThatThrownBy(() -> loader.loadClass("Fourth"))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void whatIsNoExecutableJarIsStartedAsItIs() throws Exception {
    assertThat(LibraryClassLoader.start(StartTest.class, "run", new String[0])).isFalse();
  }

  private URL jar(String name, String version, Class<?>... classes) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file, manifest)) {
      for (Class<?> each : classes) {
        String path = each.getName().replace('.', '/') + ".class";
        entries.putNextEntry(new JarEntry(path));
        entries.write(each.getClassLoader().getResourceAsStream(path).readAllBytes());
        entries.putNextEntry(new JarEntry("org/kiungo/web/" + each.getSimpleName() + ".txt"));
      }
    }
    return new URL("jar:" + jar.toUri() + "!/");
  }

  static class First {}

  static class Second {}

  static class Third {}
}
