package org.kiungo.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Loads the classes of the executable jar. The launcher's own class loader asks the libraries one
 * after the other, by an address each, and there are some 190: of the 11,000 classes of a start
 * each is looked for in vain in 100 of them. This one asks the jars themselves: those first that a
 * package was found in before, then the others, the one of the last new package first. No class is
 * in two of them with different bytes, so the order changes nothing.
 *
 * <p>What is no class is looked for as ever, by the loader it was launched with.
 */
final class LibraryClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final Library[] NONE = {};

  private final URLClassLoader launched;

  /** The one that had the last new package first; replaced as a whole. */
  private volatile Library[] libraries;

  /** Those that hold something of a package, by its folder in a jar. */
  private final Map<String, Library[]> found = new ConcurrentHashMap<>();

  /**
   * @param launched knows where the libraries are
   */
  LibraryClassLoader(URLClassLoader launched) {
    super(new URL[0], launched.getParent());
    this.launched = launched;
    this.libraries = Arrays.stream(launched.getURLs()).map(Library::new).toArray(Library[]::new);
  }

  /**
   * Starts a class again by such a loader.
   *
   * @param method of the class, static, that takes the arguments
   * @return false where it was not started from the executable jar
   */
  static boolean start(Class<?> main, String method, String[] args)
      throws ReflectiveOperationException {
    ClassLoader launched = main.getClassLoader();
    if (!launched.getClass().getName().endsWith(".LaunchedClassLoader")
        || !Arrays.stream(((URLClassLoader) launched).getURLs())
            .allMatch(each -> each.getProtocol().equals("jar"))) {
      return false;
    }
    ClassLoader loader = new LibraryClassLoader((URLClassLoader) launched);
    Thread.currentThread().setContextClassLoader(loader);
    try {
      loader
          .loadClass(main.getName())
          .getMethod(method, String[].class)
          .invoke(null, (Object) args);
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException(failed.getCause());
    }
    return true;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/') + ".class";
    try {
      Library library = libraryOf(path);
      if (library != null) {
        int end = name.lastIndexOf('.');
        if (end >= 0) {
          definePackage(name.substring(0, end), library);
        }
        byte[] bytes = library.read(path);
        return defineClass(name, bytes, 0, bytes.length, library.source);
      }
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    throw new ClassNotFoundException(name);
  }

  @Override
  public URL findResource(String name) {
    return launched.findResource(name);
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    return launched.findResources(name);
  }

  private Library libraryOf(String path) throws IOException {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    Library[] known = found.getOrDefault(folder, NONE);
    for (Library each : known) {
      if (each.holds(path)) {
        return each;
      }
    }
    Library[] inOrder = libraries;
    for (int k = 0; k < inOrder.length; k++) {
      if (inOrder[k].holds(path)) {
        Library[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = inOrder[k];
        found.put(folder, more);
        libraries = toFront(inOrder, k);
        return inOrder[k];
      }
    }
    return null;
  }

  private static Library[] toFront(Library[] libraries, int place) {
    Library[] moved = libraries.clone();
    System.arraycopy(libraries, 0, moved, 1, place);
    moved[0] = libraries[place];
    return moved;
  }

  private void definePackage(String name, Library library) throws IOException {
    if (getDefinedPackage(name) == null) {
      try {
        definePackage(name, library.manifest(), library.address);
      } catch (IllegalArgumentException another) {
        // another thread was first
      }
    }
  }

  /** A jar within the jar, or the folder of its own classes; opened when it is first asked. */
  private static final class Library {

    private final URL address;
    private final CodeSource source;
    private JarFile jar;
    private Manifest manifest;

    Library(URL address) {
      this.address = address;
      this.source = new CodeSource(address, (CodeSigner[]) null);
    }

    private synchronized JarFile jar() throws IOException {
      if (jar == null) {
        jar = ((JarURLConnection) address.openConnection()).getJarFile();
      }
      return jar;
    }

    boolean holds(String path) throws IOException {
      return jar().getJarEntry(path) != null;
    }

    byte[] read(String path) throws IOException {
      JarEntry entry = jar().getJarEntry(path);
      try (InputStream bytes = jar().getInputStream(entry)) {
        return bytes.readAllBytes();
      }
    }

    synchronized Manifest manifest() throws IOException {
      if (manifest == null) {
        Manifest own = jar().getManifest();
        manifest = own == null ? new Manifest() : own;
      }
      return manifest;
    }
  }
}
