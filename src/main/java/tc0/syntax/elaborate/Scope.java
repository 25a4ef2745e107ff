package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.QualifiedName;

/** Names and their meanings; inner scopes hide outer ones. */
public final class Scope {
  private final Optional<Scope> outer;
  private final Map<String, Entity> names = new LinkedHashMap<>();
  private final Set<String> announced = new HashSet<>();
  private final Set<String> read = new HashSet<>();

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
    if (entity == null) {
      return outer.flatMap(scope -> scope.find(name));
    }
    read.add(name);
    return Optional.of(entity);
  }

  /** Whether a name of this very scope was looked up. */
  boolean isRead(String name) {
    return read.contains(name);
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

  /** The names that this very scope defines. */
  List<String> names() {
    return List.copyOf(names.keySet());
  }

  /** Names that are going to be declared in this scope, so that an early use can be explained. */
  void announce(List<String> later) {
    announced.addAll(later);
  }

  /** Whether a name without a meaning so far is going to get one. */
  boolean announces(String name) {
    return announced.contains(name) || outer.map(scope -> scope.announces(name)).orElse(false);
  }

  /** All visible names with a fitting meaning, inner ones first; those of modules are dotted. */
  List<String> visible(Predicate<Entity> fits) {
    List<String> all = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer.orElse(null)) {
      scope.names.forEach(
          (name, entity) -> {
            if (fits.test(entity)) {
              all.add(name);
            } else if (entity instanceof Entity.Prefix(Scope module)) {
              module.names.forEach(
                  (inner, meaning) -> {
                    if (fits.test(meaning)) {
                      all.add(name + "." + inner);
                    }
                  });
            }
          });
    }
    return all;
  }
}
