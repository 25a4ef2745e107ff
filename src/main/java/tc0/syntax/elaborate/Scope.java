package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.QualifiedName;

/** Names and their meanings; inner scopes hide outer ones. */
public final class Scope {
  private final Optional<Scope> outer;
  private final Map<String, Entity> names = new HashMap<>();

  Scope() {
    this.outer = Optional.empty();
  }

  private Scope(Scope outer) {
    this.outer = Optional.of(outer);
  }

  /** A new scope inside this one. */
  Scope nested() {
    return new Scope(this);
  }

  /** Gives a name a meaning in this scope, hiding outer ones. */
  Scope define(String name, Entity entity) {
    names.put(name, entity);
    return this;
  }

  /** Whether this very scope defines the name. */
  boolean defines(String name) {
    return names.containsKey(name);
  }

  /** The innermost meaning of a simple name. */
  public Optional<Entity> find(String name) {
    Entity entity = names.get(name);
    return entity != null ? Optional.of(entity) : outer.flatMap(scope -> scope.find(name));
  }

  /** The meaning of a dotted name: prefixes lead to modules. */
  public Optional<Entity> find(QualifiedName name) {
    if (name.isSimple()) {
      return find(name.last().text());
    }
    List<Identifier> parts = name.parts();
    Optional<Entity> entity = find(parts.get(0).text());
    for (Identifier part : parts.subList(1, parts.size())) {
      if (entity.isPresent() && entity.get() instanceof Entity.Prefix module) {
        entity = module.scope().own(part.text());
      } else {
        return Optional.empty();
      }
    }
    return entity;
  }

  /** The meaning that this very scope gives a name. */
  Optional<Entity> own(String name) {
    return Optional.ofNullable(names.get(name));
  }

  /** All visible names, inner ones first. */
  public List<String> visible() {
    List<String> all = new ArrayList<>(names.keySet());
    outer.ifPresent(scope -> all.addAll(scope.visible()));
    return all;
  }
}
