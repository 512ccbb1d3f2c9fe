package org.kiungo.web.system;

import org.kiungo.planner.folder.ScenarioJson;
import org.kiungo.web.json.Numbers;
import org.kiungo.web.language.WordsMessages;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;

/** Languages, JSON and interceptors of the web application. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private final LanguageOfRequest language;
  private final OutwardGuard guard;
  private final TextEdge texts;

  WebConfiguration(LanguageOfRequest language, OutwardGuard guard, TextEdge texts) {
    this.texts = texts;
    this.language = language;
    this.guard = guard;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(guard);
    registry.addInterceptor(language);
    registry.addInterceptor(new QueryNames()).addPathPatterns(QueryNames.ADDRESSES);
    // last: whoever may not send a file is refused before its form is read
    registry.addInterceptor(texts).order(Ordered.LOWEST_PRECEDENCE);
  }

  /** None is asked for by annotations, and one that is ready for them takes long to set up. */
  @Override
  public Validator getValidator() {
    return Validator.forInstanceOf(Object.class, (body, errors) -> {});
  }

  @Bean
  JacksonModule unknownNumbersAsNull() {
    return Numbers.unknownAsNull();
  }

  @Bean
  JacksonModule policyLevers() {
    return ScenarioJson.levers();
  }

  /** The bundles, for templates. */
  @Bean
  MessageSource messageSource() {
    return new WordsMessages();
  }
}
