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

package io.github.wechatpay4j;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.base.DescribedPredicate.describe;

@AnalyzeClasses(packages = "io.github.wechatpay4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule nobodyImportsTheAutoConfiguration = noClasses().that()
		.resideOutsideOfPackage("..wechatpay4j.autoconfigure..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("..wechatpay4j.autoconfigure..");

	@ArchTest
	static final ArchRule adaptersKnowCoreOnly = noClasses().that()
		.resideInAnyPackage("..wechatpay4j.web..", "..wechatpay4j.listener..", "..wechatpay4j.actuate..",
				"..wechatpay4j.trust..", "..wechatpay4j.claim..", "..wechatpay4j.jdbc..", "..wechatpay4j.inbox..",
				"..wechatpay4j.broker..", "..wechatpay4j.kafka..", "..wechatpay4j.rabbit..", "..wechatpay4j.rocketmq..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("..wechatpay4j.api..", "..wechatpay4j.simulator..");

	@ArchTest
	static final ArchRule adaptersDoNotKnowEachOther = noClasses().that()
		.resideInAPackage("..wechatpay4j.web..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("..wechatpay4j.listener..", "..wechatpay4j.actuate..");

	@ArchTest
	static final ArchRule brokersDoNotKnowEachOther = slices().matching("..wechatpay4j.(kafka|rabbit|rocketmq)..")
		.should()
		.notDependOnEachOther();

	@ArchTest
	static final ArchRule brokersDoNotKnowTheEndpoint = noClasses().that()
		.resideInAnyPackage("..wechatpay4j.broker..", "..wechatpay4j.kafka..", "..wechatpay4j.rabbit..",
				"..wechatpay4j.rocketmq..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("..wechatpay4j.web..", "..wechatpay4j.listener..", "..wechatpay4j.actuate..");

	@ArchTest
	static final ArchRule whatBrokersShareKnowsNoneOfThem = noClasses().that()
		.resideInAPackage("..wechatpay4j.broker..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("..wechatpay4j.kafka..", "..wechatpay4j.rabbit..", "..wechatpay4j.rocketmq..",
				"org.apache..", "org.springframework.kafka..", "org.springframework.amqp..");

	@ArchTest
	static final ArchRule theEndpointKnowsNoWebFramework = noClasses().that()
		.resideInAnyPackage("io.github.wechatpay4j.web", "io.github.wechatpay4j.web.admission")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.web..", "jakarta.servlet..");

	@ArchTest
	static final ArchRule admissionKnowsTheExceptionsOnly = noClasses().that()
		.resideInAPackage("io.github.wechatpay4j.web.admission")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.github.wechatpay4j.web", "io.github.wechatpay4j.web.servlet..",
				"io.github.wechatpay4j.web.reactive..", "io.github.wechatpay4j.delivery..",
				"io.github.wechatpay4j.notification..");

	@ArchTest
	static final ArchRule autoConfigurationsAreFinal = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.haveSimpleNameEndingWith("AutoConfiguration")
		.andShould(have(
				describe("the modifier final", (JavaClass type) -> type.getModifiers().contains(JavaModifier.FINAL))));

	@ArchTest
	static final ArchRule beanMethodsArePackagePrivate = methods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule nestedConfigurationsAreNotProxied = classes().that()
		.areAnnotatedWith(Configuration.class)
		.should(be(describe("declared with proxyBeanMethods=false",
				(JavaClass type) -> !type.getAnnotationOfType(Configuration.class).proxyBeanMethods())));

}
