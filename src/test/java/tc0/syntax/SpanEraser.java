package tc0.syntax;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/** Rebuilds records with all spans forgotten, so that equality compares what was written. */
public final class SpanEraser {

  private SpanEraser() {}

  @SuppressWarnings("unchecked")
  public static <T> T erase(T value) {
    return (T) erased(value);
  }

  private static Object erased(Object value) {
    if (value instanceof Span) {
      return Span.NONE;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(SpanEraser::erased).toList();
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(SpanEraser::erased);
    }
    return value instanceof Record ? rebuilt((Record) value) : value;
  }

  private static Object rebuilt(Record value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] arguments = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        arguments[i] = erased(components[i].getAccessor().invoke(value));
      }
      return value.getClass().getDeclaredConstructor(types).newInstance(arguments);
    } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
