package org.unroll.core.ui;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.core.storage.StatsStorage;

/**
 * A stored run under the name of its directory. The session name inside the file is the one it was
 * trained under: wrong after the directory was renamed, and twice the same after it was copied.
 */
final class NamedSessions {
  private final StatsStorage stored;
  private final Map<String, String> storedByShown = new LinkedHashMap<>();

  private NamedSessions(StatsStorage stored, String name) {
    this.stored = stored;
    List<String> sessions = new ArrayList<>(stored.listSessionIDs());
    Collections.sort(sessions);
    for (String session : sessions) {
      int number = storedByShown.size() + 1;
      storedByShown.put(number == 1 ? name : name + " (" + number + ")", session);
    }
  }

  /** The same storage with its session called {@code name}, further ones {@code name (2)}, …. */
  static StatsStorage of(StatsStorage stored, String name) {
    NamedSessions sessions = new NamedSessions(stored, name);
    return (StatsStorage)
        Proxy.newProxyInstance(
            NamedSessions.class.getClassLoader(),
            new Class<?>[] {StatsStorage.class},
            sessions::call);
  }

  /** The name with every character replaced that DL4J's pages, addresses or MapDB trip over. */
  static String clean(String name) {
    StringBuilder clean = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean allowed = Character.isLetterOrDigit(c) || "-_./: ()=,".indexOf(c) >= 0;
      clean.append(allowed ? c : '_');
    }
    return clean.toString();
  }

  private Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "equals":
        return proxy == arguments[0];
      case "hashCode":
        return System.identityHashCode(proxy);
      case "listSessionIDs":
        return new ArrayList<>(storedByShown.keySet());
      default:
        break;
    }
    if (arguments != null && arguments[0] instanceof String shown) {
      arguments[0] = storedByShown.getOrDefault(shown, shown);
    }
    try {
      return method.invoke(stored, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
