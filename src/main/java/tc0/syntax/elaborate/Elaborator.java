package tc0.syntax.elaborate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.Import;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.ast.SourceModule;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.diagnostic.Severity;
import tc0.syntax.parser.ModuleParser;
import tc0.syntax.parser.ParseResult;
import tc0.syntax.parser.SourceReader;
import tc0.syntax.source.SourceText;
import tc0.syntax.source.Span;

/** Loads a file with all its imports and elaborates every circuit into the core. */
public final class Elaborator {
  private final SearchPath path;
  private final Operators operators = new Operators();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<SourceText> sources = new ArrayList<>();
  private final Map<Path, LoadedModule> loaded = new LinkedHashMap<>();
  private final List<Path> open = new ArrayList<>();

  private Elaborator(SearchPath path) {
    this.path = path;
  }

  /**
   * What came of loading a file.
   *
   * @param program the elaborated program, unless there was an error
   * @param diagnostics errors and warnings
   * @param sources the texts that were read, for showing the places of diagnostics
   */
  public record Result(
      Optional<Program> program, List<Diagnostic> diagnostics, List<SourceText> sources) {

    /** Copies the lists. */
    public Result {
      diagnostics = List.copyOf(diagnostics);
      sources = List.copyOf(sources);
    }
  }

  /** Loads {@code file}; modules are looked for beside it, then on the search path. */
  public static Result load(Path file, SearchPath path) {
    Path root = file.toAbsolutePath().getParent();
    Elaborator elaborator = new Elaborator(path.with(root));
    try {
      elaborator.module(file, Span.NONE);
    } catch (DiagnosticException e) {
      elaborator.diagnostics.add(e.diagnostic());
    } catch (Poisoned e) {
      // Reported where the fault is.
    }
    List<String> order = elaborator.sources.stream().map(SourceText::file).toList();
    List<Diagnostic> all =
        elaborator.diagnostics.stream()
            .distinct()
            .sorted(
                Comparator.comparingInt((Diagnostic d) -> order.indexOf(d.span().file()))
                    .thenComparingInt(d -> d.span().start()))
            .toList();
    boolean failed = all.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    return new Result(
        failed
            ? Optional.empty()
            : Optional.of(
                new Program(
                    List.copyOf(elaborator.loaded.values()),
                    elaborator.operators,
                    all,
                    elaborator.sources)),
        all,
        elaborator.sources);
  }

  private LoadedModule module(Path file, Span use) {
    Path key = file.toAbsolutePath().normalize();
    LoadedModule known = loaded.get(key);
    if (known != null) {
      return known;
    }
    if (open.contains(key)) {
      List<String> cycle =
          open.subList(open.indexOf(key), open.size()).stream()
              .map(p -> p.getFileName().toString())
              .toList();
      throw Errors.error(
          DiagnosticCode.TC0203,
          use,
          "modules import each other: " + String.join(" -> ", cycle) + " -> " + key.getFileName(),
          "move what both need into a third module");
    }
    open.add(key);
    try {
      SourceText text = SourceReader.read(file);
      sources.add(text);
      ParseResult parsed = ModuleParser.parse(text);
      diagnostics.addAll(parsed.diagnostics());
      SourceModule source = parsed.module().orElseThrow(Poisoned::new);
      Scope imports = new Scope();
      boolean complete = true;
      for (Import one : source.imports()) {
        try {
          bring(one, imports);
        } catch (DiagnosticException e) {
          diagnostics.add(e.diagnostic());
          complete = false;
        } catch (Poisoned e) {
          complete = false;
        }
      }
      if (!complete) {
        throw new Poisoned();
      }
      String name =
          source
              .name()
              .map(QualifiedName::toString)
              .orElse(withoutSuffix(key.getFileName().toString()));
      LoadedModule module =
          new ModuleElaborator(name, imports, operators, diagnostics).elaborate(file, source);
      loaded.put(key, module);
      diagnostics.addAll(UnusedImports.warnings(source, text));
      return module;
    } finally {
      open.remove(key);
    }
  }

  private void bring(Import one, Scope imports) {
    Path file =
        path.find(one.module())
            .orElseThrow(
                () ->
                    Errors.error(
                        DiagnosticCode.TC0204,
                        one.module().span(),
                        "there is no module `" + one.module() + "`",
                        "looked for "
                            + one.module().toString().replace('.', '/')
                            + ".tc0 beside this file and in the library"));
    LoadedModule module = module(file, one.span());
    if (one.names().isEmpty()) {
      Identifier prefix = one.alias().orElse(one.module().last());
      imports.define(prefix.text(), new Entity.Prefix(module.scope()));
      return;
    }
    for (Identifier name : one.names()) {
      imports.define(
          name.text(),
          module
              .scope()
              .own(name.text())
              .orElseThrow(
                  () ->
                      Errors.unknown(
                          name.span(),
                          "name of " + one.module(),
                          name.text(),
                          module.scope().names(),
                          "it declares " + String.join(", ", module.scope().names()))));
    }
  }

  private static String withoutSuffix(String fileName) {
    return fileName.endsWith(".tc0") ? fileName.substring(0, fileName.length() - 4) : fileName;
  }
}
