package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.Import;
import tc0.syntax.ast.SourceModule;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.SourceText;

/** Finds imported names that do not occur behind the imports. */
final class UnusedImports {
  private UnusedImports() {}

  static List<Diagnostic> warnings(SourceModule module, SourceText text) {
    List<Diagnostic> warnings = new ArrayList<>();
    int end = module.imports().stream().mapToInt(one -> one.span().end()).max().orElse(0);
    String rest = text.text().substring(end);
    for (Import one : module.imports()) {
      List<Identifier> names =
          one.names().isEmpty() ? List.of(one.alias().orElse(one.module().last())) : one.names();
      for (Identifier name : names) {
        if (!Pattern.compile("\\b" + name.text() + "\\b").matcher(rest).find()) {
          warnings.add(
              Diagnostic.warning(
                      DiagnosticCode.TC0207,
                      name.span(),
                      "`" + name.text() + "` is imported and not used")
                  .withHelp("remove it from the import"));
        }
      }
    }
    return warnings;
  }
}
