package tc0.syntax.elaborate;

import java.util.List;
import java.util.stream.Stream;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.IndexDefinition;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.LetBinding;

/** The names that a declaration or an item gives a meaning. */
final class DeclaredNames {
  private DeclaredNames() {}

  static List<String> of(Declaration declaration) {
    return switch (declaration) {
      case Declaration.RecordType d -> List.of(d.name().text());
      case Declaration.Index d -> List.of(d.definition().name().text());
      case Declaration.Circuit d -> List.of(d.header().name().text());
      case Declaration.Axiom d -> List.of(d.header().name().text());
      case Declaration.Definition d -> List.of(d.header().name().text());
      case Declaration.Source d -> List.of(d.name().text());
      case Declaration.Hypothesis d -> List.of(d.name().text());
      case Declaration.Regime d -> List.of(d.name().text());
      case Declaration.Constants d -> List.of(d.name().text());
      case Declaration.Lemma d -> List.of(d.name().text());
      case Declaration.Theorem d -> List.of(d.name().text());
      case Declaration.Monoid d -> List.of(d.name().text());
      case Declaration.Problem d -> List.of(d.name().text());
      case Declaration.Reduction d -> List.of(d.name().text());
      case Declaration.Fact d -> List.of(d.name().text());
      case Declaration.Generator d -> List.of(d.name().text());
      case Declaration.Assumption d -> d.name().map(Identifier::text).stream().toList();
      case Declaration.Operators d -> List.of();
    };
  }

  static List<String> of(Item item) {
    return switch (item) {
      case Item.Let let -> names(let.bindings().stream().map(LetBinding::name));
      case Item.Form form -> List.of(form.name().text());
      case Item.Array array -> List.of(array.name().text());
      case Item.Iterate iterate -> names(iterate.states().stream().map(Item.StateStart::name));
      case IndexDefinition definition -> List.of(definition.name().text());
      case Item.Return result -> List.of();
      case Item.Ensures ensures -> List.of();
      case Item.Requires requires -> List.of();
    };
  }

  /** The names that an item declares, and those that it declares inside. */
  static List<String> within(Item item) {
    return item instanceof Item.Iterate iterate
        ? Stream.concat(
                of(iterate).stream(), iterate.body().stream().flatMap(i -> within(i).stream()))
            .toList()
        : of(item);
  }

  private static List<String> names(Stream<Identifier> identifiers) {
    return identifiers.map(Identifier::text).toList();
  }
}
