package org.kiungo.web.openness;

import org.kiungo.geodata.openness.Openness;
import org.kiungo.geodata.reference.Reference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The audits that all requests share. */
@Configuration
class OpennessConfiguration {

  @Bean
  @Lazy
  Openness openness(Reference reference) {
    return new Openness(reference);
  }
}
