package org.kiungo.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.door.TooManyTries;
import org.kiungo.web.language.Words;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Answers a form: where what it asks is refused, its page is shown again with the sentence beside
 * it, and nobody has to find the way back.
 */
public final class FormAgain {

  private FormAgain() {}

  /**
   * @param form which of its page's, so that the sentence stands beside it
   * @param does what the form asks; answers a view
   * @param again shows the page with the form; what refuses that too is an error of the whole page
   */
  public static String unless(
      String form,
      Supplier<String> does,
      Supplier<String> again,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Words words = Words.in(RequestContextUtils.getLocale(request).getLanguage());
    String sentence;
    try {
      return does.get();
    } catch (InputRefused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      sentence = words.refusal(refused);
    } catch (TooManyTries tries) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tries.seconds()));
      sentence = words.text("error.account.too-many", tries.seconds());
    } catch (ApiRefusal refused) {
      if (refused.status() == HttpStatus.NOT_FOUND) {
        throw refused;
      }
      response.setStatus(refused.status().value());
      sentence = words.text("error." + refused.code(), refused.arguments().toArray());
    }
    model.addAttribute("refused", sentence);
    model.addAttribute("refusedForm", form);
    return again.get();
  }
}
