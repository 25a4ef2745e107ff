package tc0.syntax.elaborate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tc0.kernel.Box;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;
import tc0.kernel.Variables;

/** The index variables that a literal, a form or a gate mentions and does not bind itself. */
final class FreeVariables {
  private final Set<String> found = new LinkedHashSet<>();

  static Set<String> of(Literal literal) {
    FreeVariables free = new FreeVariables();
    free.add(literal);
    return free.found;
  }

  static Set<String> of(Form form) {
    FreeVariables free = new FreeVariables();
    free.add(form);
    return free.found;
  }

  static Set<String> of(List<Declaration.Part> parts) {
    FreeVariables free = new FreeVariables();
    for (Declaration.Part part : parts) {
      free.bind(part.box(), of(part.literal()));
    }
    return free.found;
  }

  static Set<String> of(List<Index> sizes, List<Declaration.Argument> arguments) {
    FreeVariables free = new FreeVariables();
    sizes.forEach(free::add);
    for (Declaration.Argument argument : arguments) {
      Set<String> inner =
          switch (argument) {
            case Declaration.Argument.Bits bits -> of(bits.body());
            case Declaration.Argument.Forms forms -> of(forms.body());
          };
      argument.binders().forEach(inner::remove);
      free.found.addAll(inner);
    }
    return free.found;
  }

  private void add(Index term) {
    found.addAll(Variables.of(term));
  }

  private void add(Predicate predicate) {
    found.addAll(Variables.of(predicate));
  }

  private void add(Literal literal) {
    switch (literal) {
      case Literal.Read read -> read.at().forEach(this::add);
      case Literal.Not not -> add(not.of());
      case Literal.Indicator indicator -> add(indicator.condition());
      case Literal.Conditional conditional -> {
        add(conditional.condition());
        add(conditional.then());
        add(conditional.otherwise());
      }
    }
  }

  private void add(Form form) {
    switch (form) {
      case Form.Number number -> add(number.value());
      case Form.Of of -> add(of.literal());
      case Form.Add sum -> {
        add(sum.left());
        add(sum.right());
      }
      case Form.Scale scale -> {
        add(scale.weight());
        add(scale.of());
      }
      case Form.Sum sum -> bind(sum.box(), of(sum.body()));
      case Form.Conditional conditional -> {
        add(conditional.condition());
        add(conditional.then());
        add(conditional.otherwise());
      }
      case Form.Read read -> read.at().forEach(this::add);
    }
  }

  private void bind(Box box, Set<String> body) {
    Set<String> inner = new LinkedHashSet<>(body);
    inner.addAll(Variables.of(box.guard()));
    List<Box.Binder> binders = box.binders();
    for (int i = binders.size() - 1; i >= 0; i--) {
      inner.remove(binders.get(i).name());
      inner.addAll(Variables.of(binders.get(i).low()));
      inner.addAll(Variables.of(binders.get(i).high()));
    }
    found.addAll(inner);
  }
}
