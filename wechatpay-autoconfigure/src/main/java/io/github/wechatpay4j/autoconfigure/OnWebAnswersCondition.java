/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.autoconfigure;

import io.github.wechatpay4j.autoconfigure.WechatPayWebProperties.Answers;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if answers are asked for. Bound rather than compared, so that every way to
 * write a value is understood, and one that does not exist keeps the application from
 * starting.
 */
class OnWebAnswersCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Answers answers = Binder.get(context.getEnvironment())
			.bind("wechatpay.web.answers", Answers.class)
			.orElse(Answers.NONE);
		ConditionMessage message = ConditionMessage.forCondition("wechatpay.web.answers").because("it is " + answers);
		return (answers != Answers.NONE) ? ConditionOutcome.match(message) : ConditionOutcome.noMatch(message);
	}

}
