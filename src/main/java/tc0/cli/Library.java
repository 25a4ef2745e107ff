package tc0.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tc0.syntax.elaborate.SearchPath;

/** Where imported modules are looked for, besides the directory of the importing file. */
final class Library {
  /** Set by the launcher to the directory of the shipped library. */
  private static final String PROPERTY = "tc0.library";

  /** Directories of the user, separated as in a class path; they come first. */
  private static final String VARIABLE = "TC0_LIBRARY";

  private Library() {}

  static SearchPath searchPath() {
    List<Path> roots = new ArrayList<>();
    add(System.getenv(VARIABLE), roots);
    add(System.getProperty(PROPERTY), roots);
    add("proofs", roots);
    return new SearchPath(roots);
  }

  private static void add(String directories, List<Path> roots) {
    if (directories == null) {
      return;
    }
    for (String directory : directories.split(java.io.File.pathSeparator)) {
      if (!directory.isEmpty() && Files.isDirectory(Path.of(directory))) {
        roots.add(Path.of(directory));
      }
    }
  }
}
