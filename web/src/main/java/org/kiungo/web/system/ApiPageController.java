package org.kiungo.web.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kiungo.web.language.Words;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The API for people: every address with a sentence, and examples to try. */
@Controller
class ApiPageController {

  private final RequestMappingHandlerMapping mappings;

  ApiPageController(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.mappings = mappings;
  }

  /**
   * An address of the API.
   *
   * @param method GET, POST …
   * @param path with its variables in braces
   * @param about a sentence
   * @param link true when a click can try it
   */
  record Address(String method, String path, String about, boolean link) {}

  @GetMapping("/api/v1")
  String page(Model model, Locale locale) {
    Words words = Words.in(locale.getLanguage());
    model.addAttribute("lang", words.language());
    model.addAttribute("dir", words.direction());
    model.addAttribute("languageNote", words.draftNote());
    model.addAttribute("addresses", addresses(words));
    return "api";
  }

  List<Address> addresses(Words words) {
    List<Address> found = new ArrayList<>();
    mappings.getHandlerMethods().forEach((info, method) -> add(info, method, words, found));
    found.sort(Comparator.comparing(Address::path).thenComparing(Address::method));
    return found;
  }

  private static void add(
      RequestMappingInfo info, HandlerMethod handler, Words words, List<Address> into) {
    String method =
        info.getMethodsCondition().getMethods().stream()
            .map(Enum::name)
            .collect(Collectors.joining(", "));
    String controller = handler.getBeanType().getSimpleName().replace("Controller", "");
    String key = "api." + controller + "." + handler.getMethod().getName();
    for (String path : info.getPatternValues()) {
      if (path.startsWith("/api/v1/") && handler.getBeanType().getName().startsWith("org.kiungo")) {
        boolean link = method.equals("GET") && !path.contains("{");
        into.add(new Address(method, path, words.text(key), link));
      }
    }
  }
}
