package tc0.syntax.elaborate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tc0.kernel.Declaration;
import tc0.kernel.Index;
import tc0.kernel.Variables;

/** The index variables on which a gate or a call depends. */
final class FreeVariables {
  private FreeVariables() {}

  /** Those of the children of an AND or OR gate. */
  static Set<String> of(List<Declaration.Part> parts) {
    Set<String> found = new TreeSet<>();
    for (Declaration.Part part : parts) {
      found.addAll(Variables.under(part.box(), Variables.of(part.literal())));
    }
    return found;
  }

  /** Those of the sizes and arguments of a call. */
  static Set<String> of(List<Index> sizes, List<Declaration.Argument> arguments) {
    Set<String> found = new TreeSet<>();
    for (Declaration.Argument argument : arguments) {
      Set<String> body =
          switch (argument) {
            case Declaration.Argument.Bits bits -> Variables.of(bits.body());
            case Declaration.Argument.Forms forms -> Variables.of(forms.body());
          };
      argument.binders().forEach(body::remove);
      found.addAll(body);
    }
    sizes.forEach(size -> found.addAll(Variables.of(size)));
    return found;
  }
}
