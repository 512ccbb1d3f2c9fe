package org.kiungo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kiungo.web.sample.HeadStart;

class StartTest {

  @Test
  void theServerPlansItsFirstCountryWhileItStarts() {
    assertThat(WebApplication.application().application().getInitializers())
        .hasAtLeastOneElementOfType(HeadStart.class);
  }

  @Test
  void librariesThatMostClassesComeFromAreAskedFirst() {
    URL[] found =
        Arrays.stream(
                new String[] {
                  "file:/k.jar!/BOOT-INF/classes/!/",
                  "file:/k.jar!/BOOT-INF/lib/aalto-xml-1.4.0.jar!/",
                  "file:/k.jar!/BOOT-INF/lib/h2-2.4.240.jar!/",
                  "file:/k.jar!/BOOT-INF/lib/h2gis-2.2.5.jar!/",
                  "file:/k.jar!/BOOT-INF/lib/spring-core-7.0.8.jar!/",
                  "file:/k.jar!/BOOT-INF/lib/spring-core-test-7.0.8.jar!/"
                })
            .map(each -> url("jar:" + each))
            .toArray(URL[]::new);
    assertThat(JarOrder.ordered(found))
        .containsExactly(found[0], found[4], found[2], found[1], found[3], found[5]);
  }

  /** A library that is called otherwise by now would lose its place unseen. */
  @Test
  void librariesThatAreAskedFirstAreThere() {
    List<String> there = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    for (String name : JarOrder.FIRST) {
      // modules of Kiungo are folders here
      String own = Pattern.quote(name.replace("kiungo-", "").replace('-', File.separatorChar));
      Pattern path = Pattern.compile(".*/" + name + "-[0-9][^/]*\\.jar|.*/" + own + "/target/.*");
      assertThat(there).as(name).anyMatch(each -> path.matcher(each).matches());
    }
  }

  private static URL url(String address) {
    try {
      return new URL(address);
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(address, e);
    }
  }
}
