package org.kiungo.web.system;

import org.kiungo.planner.folder.ScenarioJson;
import org.kiungo.web.json.Numbers;
import org.kiungo.web.language.WordsMessages;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;

/** Languages, JSON and interceptors of the web application. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private final LanguageOfRequest language;
  private final OutwardGuard guard;

  WebConfiguration(LanguageOfRequest language, OutwardGuard guard) {
    this.language = language;
    this.guard = guard;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(guard);
    registry.addInterceptor(language);
    registry.addInterceptor(new QueryNames()).addPathPatterns(QueryNames.ADDRESSES);
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
